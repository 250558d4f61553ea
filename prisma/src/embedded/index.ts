export { backupEmbedded } from './backup-embedded.ts'
export { openPglite } from './open-pglite.ts'
export { type RestoreResult, restoreEmbedded } from './restore-embedded.ts'
export {
  type EmbeddedDatabase,
  type EmbeddedDatabaseOptions,
  startEmbeddedDatabase,
} from './start-embedded-database.ts'
