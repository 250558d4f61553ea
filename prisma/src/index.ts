export { createDb, type Db, Prisma, type Tx } from './client.ts'
export { appendEvent, eventsAfter, eventTime, lastEventId, settledEventId } from './events.ts'
export { migrate } from './migrate/migrate.ts'
export { migrationsDir } from './migrations-dir.ts'
