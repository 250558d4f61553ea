import type { HttpClient } from '@hub/kernel'
import type { GlpiAssets, GlpiDropdowns, GlpiEntities, GlpiUsers } from './organisation.ts'
import type { GlpiTickets } from './ticket.ts'
import type { GlpiFollowups, GlpiSolutions, GlpiTasks } from './timeline.ts'

/**
 * GLPI as the tools see it; one driver per API of GLPI. Reads are tried again, writes never.
 * Every method throws UpstreamError when GLPI fails and ForbiddenError `glpi.forbidden` when it refuses.
 */
export interface GlpiClient {
  /** IANA zone in which a day of GLPI begins and ends. */
  readonly timeZone: string
  entities: GlpiEntities
  tickets: GlpiTickets
  followups: GlpiFollowups
  tasks: GlpiTasks
  solutions: GlpiSolutions
  users: GlpiUsers
  dropdowns: GlpiDropdowns
  assets: GlpiAssets
  /** Milliseconds that GLPI took to answer a call of the session. @throws UpstreamError */
  ping(signal?: AbortSignal): Promise<number>
  circuit: HttpClient['circuit']
  /** Ends the session at GLPI. */
  close(): Promise<void>
}
