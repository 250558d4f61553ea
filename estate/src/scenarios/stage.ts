import type { Clock } from '../clock.ts'
import type { Equipment } from '../data/equipment.ts'
import type { Directory } from '../directory/index.ts'
import type { GlpiDatabase } from '../glpi/database.ts'
import type { Notifier } from '../observium/notify/notifier.ts'
import type { ObsDatabase } from '../observium/tables.ts'

/** What scenarios act upon. */
export interface Stage {
  glpi: GlpiDatabase
  observium: ObsDatabase
  notifier: Notifier
  /** Queues what GLPI tells of a ticket that was added. */
  tellNewTicket(ticketId: number): void
  directory: Directory
  equipment: readonly Equipment[]
  clock: Clock
  /** Base address of the demo Observium, for the links in its notifications. */
  observiumUrl: string
}

/** Plays the scenario and says what happened; throws with a clear line when it cannot. */
export type Scenario = (stage: Stage, args: readonly string[]) => Promise<string>
