import type { Logger } from '@hub/kernel'
import type { KnowledgeContext } from '@hub/knowledge'
import type { McpEnv } from '../config.ts'
import type { ReadTicket } from '../gate/approval-context.ts'
import type { Tool } from '../tools/define-tool.ts'
import { createDirectoryTools, openDirectory } from './active-directory/index.ts'
import { createGlpiTools, findContacts, openGlpi, readTicket } from './glpi/index.ts'
import { createMailTools, openMail, pingMail } from './mail/index.ts'
import { createMemoryTools } from './memory/index.ts'
import { createObserviumTools, openNetwork } from './observium/index.ts'
import { createSafeguardTools, type RequestDesk } from './safeguard/index.ts'

export interface Systems {
  tools: Tool[]
  readTicket: ReadTicket
  /** One look at each outside system; a rejected look says what is wrong. */
  pings: Record<'glpi' | 'observium' | 'ad' | 'mail', (signal: AbortSignal) => Promise<number>>
  close(): Promise<void>
}

/** Opens the clients of the outside systems; nothing is called yet. */
export function openSystems(
  env: McpEnv,
  parts: { knowledge: KnowledgeContext; desk: RequestDesk; log: Logger },
): Systems {
  const { log } = parts
  const glpi = openGlpi(env, log)
  const observium = openNetwork(env, log)
  const directory = openDirectory(env, log)
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
      ...createSafeguardTools(parts.desk),
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
