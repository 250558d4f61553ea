/** What SENTINEL must be told about us. */
export interface SentinelOptions {
  /** Hostnames of our own core: every site is reached through it. */
  coreDevices: readonly string[]
  /** GLPI entity of the tickets that belong to no single client: ours. */
  ownClient: string
}

/** Options from the environment: names with commas between them, and the root entity unless another is named. */
export function sentinelOptions(env: {
  SENTINEL_CORE_DEVICES?: string | undefined
  SENTINEL_CLIENT?: string | undefined
}): SentinelOptions {
  const names = (env.SENTINEL_CORE_DEVICES ?? '').split(',').map((name) => name.trim())
  return { coreDevices: names.filter((name) => name !== ''), ownClient: env.SENTINEL_CLIENT ?? '0' }
}
