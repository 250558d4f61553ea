import { fileURLToPath } from 'node:url'

/** Folder of the SQL migrations that ship with the Hub. */
export const migrationsDir = fileURLToPath(new URL('../migrations', import.meta.url))
