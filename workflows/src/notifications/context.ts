import type { Clock, EventBus, Logger } from '@hub/kernel'
import type { Db } from '@hub/prisma'

/** What telling the channels needs; built once per process. */
export interface NotificationsContext {
  db: Db
  bus: EventBus
  clock: Clock
  log: Logger
  /** HUB_PUBLIC_URL without a slash at the end. */
  publicUrl: string
}
