import type { Env } from '@hub/kernel'

const systemNames = ['GLPI', 'OBSERVIUM', 'LIBRENMS', 'AD', 'SMTP'] as const
export type SystemName = (typeof systemNames)[number]

/** What the environment says: a variable left empty says nothing. */
export function presentValues(env: Env): Env {
  return selected(env, (name) => env[name] !== '')
}

/** The systems that the environment names itself, by `X_URL` or `X_URL_FILE`. */
export function realSystems(env: Env): SystemName[] {
  return systemNames.filter((system) => isNamed(env, `${system}_URL`))
}

export interface SharedEnvParts {
  /** Without empty values. */
  env: Env
  /** Stand in for what the environment does not name. */
  defaults: Env
  demo: Record<SystemName, Env>
  /** What the environment cannot change; undefined leaves a variable out. */
  fixed: Env
}

/**
 * The configuration that all parts of this process share. A system is real or demo as a whole: without its URL
 * none of its variables is taken from the environment. The demo mail server stands in for nothing beside a real GLPI:
 * it would keep what real clients were to read.
 */
export function sharedEnv({ env, defaults, demo, fixed }: SharedEnvParts): Env {
  const real = realSystems(env)
  const replaced = systemNames.filter((system) => !real.includes(system))
  const standIns = replaced.filter((system) => system !== 'SMTP' || !real.includes('GLPI'))
  const isOwn = (name: string) =>
    !replaced.some((system) => name.startsWith(`${system}_`)) && !(name.replace(/_FILE$/, '') in fixed)
  return {
    ...selected(defaults, (name) => !isNamed(env, name)),
    ...selected(env, isOwn),
    ...Object.assign({}, ...standIns.map((system) => demo[system])),
    ...fixed,
  }
}

function isNamed(env: Env, name: string): boolean {
  return env[name] !== undefined || env[`${name}_FILE`] !== undefined
}

function selected(env: Env, isWanted: (name: string) => boolean): Env {
  return Object.fromEntries(Object.entries(env).filter(([name]) => isWanted(name)))
}
