import type { Logger } from '@hub/kernel'
import type { KnowledgeContext } from '@hub/knowledge'
import type { McpEnv } from '../config.ts'
import type { ReadTicket } from '../gate/approval-context.ts'
import type { Tool } from '../tools/define-tool.ts'
import {
  createDirectoryClient,
  createDirectoryTools,
  type DirectorySettings,
  readDomainsFile,
} from './active-directory/index.ts'
import { createGlpiTools, findContacts, openGlpi, readTicket } from './glpi/index.ts'
import { createMailTools, openMail, pingMail } from './mail/index.ts'
import { createMemoryTools } from './memory/index.ts'
import { createObserviumTools, openNetwork } from './observium/index.ts'

export interface Systems {
  tools: Tool[]
  readTicket: ReadTicket
  /** One look at each outside system; a rejected look says what is wrong. */
  pings: Record<'glpi' | 'observium' | 'ad' | 'mail', (signal: AbortSignal) => Promise<number>>
  close(): Promise<void>
}

/** Opens the clients of the outside systems; nothing is called yet. */
export function openSystems(env: McpEnv, parts: { knowledge: KnowledgeContext; log: Logger }): Systems {
  const { log } = parts
  const glpi = openGlpi(env, log)
  const observium = openNetwork(env, log)
  const directory = createDirectoryClient(directorySettings(env, log))
  const mail = openMail(env, log)
  return {
    tools: [
      ...createGlpiTools(glpi),
      ...createObserviumTools(observium),
      ...createDirectoryTools(directory),
      ...createMailTools({
        mail,
        findContacts: (client, signal) => findContacts(glpi, client, signal),
      }),
      ...createMemoryTools(parts.knowledge),
    ],
    readTicket: (ticketId, signal) => readTicket(glpi, ticketId, signal),
    pings: {
      glpi: (signal) => glpi.ping(signal),
      observium: (signal) => observium.ping(signal),
      ad: (signal) => directory.ping(signal),
      mail: (signal) => pingMail(mail, signal),
    },
    close: () => glpi.close(),
  }
}

/** The domain of the AD_ variables, the default one, and those of the file; rules hold for all unless one has its own. */
function directorySettings(env: McpEnv, log: Logger): DirectorySettings[] {
  const rules = accountRules(env)
  const more = env.AD_DOMAINS_FILE === undefined ? [] : readDomainsFile(env.AD_DOMAINS_FILE)
  return [
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
  ]
}

/** Lists that are not set keep the defaults of the client. */
function accountRules(env: McpEnv) {
  const { AD_SERVICE_PREFIXES, AD_SERVICE_CONTAINERS, AD_VIP_GROUPS, AD_PRIVILEGED_GROUPS } = env
  return {
    ...(AD_SERVICE_PREFIXES.length > 0 && { servicePrefixes: AD_SERVICE_PREFIXES }),
    ...(AD_SERVICE_CONTAINERS.length > 0 && { serviceContainers: AD_SERVICE_CONTAINERS }),
    ...(AD_PRIVILEGED_GROUPS.length > 0 && { privilegedGroups: AD_PRIVILEGED_GROUPS }),
    ...(AD_VIP_GROUPS.length > 0 && { vipGroups: AD_VIP_GROUPS }),
  }
}
