import type { HttpLog } from '@hub/kernel'
import type { McpEnv } from '../../config.ts'
import { createDirectoryClient, type DirectoryClient } from './client/create-client.ts'
import { readDomainsFile } from './domains-file.ts'

/**
 * The domain of the AD_ variables, which is the default one, and those of AD_DOMAINS_FILE; the rules hold for all
 * of them unless one has its own.
 * @throws ConfigError naming a wrong value
 */
export function openDirectory(env: McpEnv, log: HttpLog): DirectoryClient {
  const rules = accountRules(env)
  const more = env.AD_DOMAINS_FILE === undefined ? [] : readDomainsFile(env.AD_DOMAINS_FILE)
  return createDirectoryClient([
    {
      url: env.AD_URL,
      bindDn: env.AD_BIND_DN,
      bindPassword: env.AD_BIND_PASSWORD,
      baseDn: env.AD_BASE_DN,
      caFile: env.AD_CA_FILE,
      rules,
      log,
    },
    ...more.map((domain) => ({ ...domain, rules: { ...rules, ...domain.rules }, log })),
  ])
}

/** Lists that are not set keep the defaults of the client. */
function accountRules(env: McpEnv) {
  const { AD_SERVICE_PREFIXES, AD_SERVICE_CONTAINERS, AD_VIP_GROUPS, AD_PRIVILEGED_GROUPS } = env
  const { AD_CLIENT_CONTAINERS } = env
  return {
    ...(AD_SERVICE_PREFIXES.length > 0 && { servicePrefixes: AD_SERVICE_PREFIXES }),
    ...(AD_SERVICE_CONTAINERS.length > 0 && { serviceContainers: AD_SERVICE_CONTAINERS }),
    ...(AD_VIP_GROUPS.length > 0 && { vipGroups: AD_VIP_GROUPS }),
    ...(AD_PRIVILEGED_GROUPS.length > 0 && { privilegedGroups: AD_PRIVILEGED_GROUPS }),
    ...(AD_CLIENT_CONTAINERS.length > 0 && { clientContainers: AD_CLIENT_CONTAINERS }),
  }
}
