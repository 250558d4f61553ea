import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Folder of the embedded database of this installation. */
export function databaseDir(): string {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return join(resolve(process.env.HUB_DATA_DIR || '.hub'), 'database')
}
