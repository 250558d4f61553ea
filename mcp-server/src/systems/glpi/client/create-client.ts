import { createHttpClient, type HttpLog } from '@hub/kernel'
import { createAccount } from '../account.ts'
import type { GlpiClient } from '../domain/client.ts'
import { createAssets } from './assets.ts'
import { createDropdowns } from './dropdowns.ts'
import { createEntities } from './entities.ts'
import { createFollowups } from './followups.ts'
import { readAccountId } from './read-account-id.ts'
import { createSessionManager } from './session.ts'
import { createSolutions } from './solutions.ts'
import { createTasks } from './tasks.ts'
import { createTickets } from './tickets.ts'
import { createTransport } from './transport.ts'
import { createUsers } from './users.ts'

export interface GlpiSettings {
  /** Address of `apirest.php`. */
  url: string
  userToken: string
  /** Only when the API client of GLPI has one. */
  appToken?: string | undefined
  /** IANA zone of the dates of the server. Default Europe/Paris. */
  timeZone?: string | undefined
  /** Limit of one call. Default 20 s (protocol section 1.10). */
  timeoutMs?: number | undefined
  log?: HttpLog | undefined
}

/**
 * Client of the legacy REST API of GLPI 9.5 to 11 (protocol section 1).
 * @throws Error when the address or the time zone is unusable; nothing is called yet
 */
export function createGlpiClient(settings: GlpiSettings): GlpiClient {
  const { log, timeZone = 'Europe/Paris' } = settings
  assertTimeZone(timeZone)
  const http = createHttpClient({
    name: 'GLPI',
    baseUrl: settings.url,
    timeoutMs: settings.timeoutMs ?? 20_000,
    maxConcurrent: 4,
    retry: { attempts: 3 },
    breaker: { failures: 5, openMs: 15_000 },
    headers: async () => ({
      ...(settings.appToken && { 'App-Token': settings.appToken }),
      'X-GLPI-Sanitized-Content': 'false',
    }),
    ...(log && { log }),
  })
  const sessions = createSessionManager({ http, userToken: settings.userToken, ...(log && { log }) })
  const transport = createTransport(http, sessions)
  const parts = { transport, account: createAccount(() => readAccountId(transport)), timeZone }
  return {
    timeZone,
    entities: createEntities(transport),
    tickets: createTickets(parts),
    followups: createFollowups(parts),
    tasks: createTasks(parts),
    solutions: createSolutions(parts),
    users: createUsers(transport),
    dropdowns: createDropdowns(transport),
    assets: createAssets(transport),
    circuit: http.circuit,
    close: sessions.close,
    async ping(signal) {
      const startedAt = performance.now()
      await transport.call({ path: '/getActiveProfile', ...(signal && { signal }) })
      return performance.now() - startedAt
    },
  }
}

/** @throws Error for what is not an IANA name */
export function assertTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    throw new Error(`The time zone of GLPI is not an IANA name: ${timeZone}`)
  }
}
