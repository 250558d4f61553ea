import { createHttpClient, type HttpClient, type HttpLog } from '@hub/kernel'
import { createEntities, type GlpiEntities } from './entities.ts'
import { createFollowups, type GlpiFollowups } from './followups.ts'
import { createNetworkEquipment, type GlpiNetworkEquipment } from './network-equipment.ts'
import { createSessionManager } from './session.ts'
import { createSolutions, type GlpiSolutions } from './solutions.ts'
import { createTasks, type GlpiTasks } from './tasks.ts'
import { createTickets, type GlpiTickets } from './tickets.ts'
import { createTransport } from './transport.ts'
import { createUsers, type GlpiUsers } from './users.ts'

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

export interface GlpiClient {
  readonly timeZone: string
  entities: GlpiEntities
  tickets: GlpiTickets
  followups: GlpiFollowups
  tasks: GlpiTasks
  solutions: GlpiSolutions
  users: GlpiUsers
  networkEquipment: GlpiNetworkEquipment
  /** Milliseconds that GLPI took to answer a call of the session. @throws UpstreamError */
  ping(signal?: AbortSignal): Promise<number>
  circuit: HttpClient['circuit']
  /** Ends the session at GLPI. */
  close(): Promise<void>
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
  return {
    timeZone,
    entities: createEntities(transport),
    tickets: createTickets(transport),
    followups: createFollowups(transport),
    tasks: createTasks(transport),
    solutions: createSolutions(transport),
    users: createUsers(transport),
    networkEquipment: createNetworkEquipment(transport),
    circuit: http.circuit,
    close: sessions.close,
    async ping(signal) {
      const startedAt = performance.now()
      await transport.call({ path: '/getActiveProfile', ...(signal && { signal }) })
      return performance.now() - startedAt
    },
  }
}

function assertTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    throw new Error(`The time zone of GLPI is not an IANA name: ${timeZone}`)
  }
}
