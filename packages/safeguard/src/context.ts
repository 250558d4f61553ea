import type { Clock, EventBus, Logger } from '@hub/kernel'
import type { Db } from '@hub/prisma'

/** What the gate's verbs need; built once per process. */
export interface SafeguardContext {
  db: Db
  bus: EventBus
  clock: Clock
  log: Logger
}
