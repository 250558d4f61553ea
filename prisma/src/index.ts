export { createDb, type Db, Prisma, type Tx } from './client.ts'
export {
  appendEvents,
  eventsAfter,
  eventTime,
  lastEventId,
  type NewEvent,
  numberedEvents,
  settledEventId,
} from './events.ts'
export { migrate } from './migrate/migrate.ts'
export { migrationsDir } from './migrations-dir.ts'
