import { access, readFile, rename, rm } from 'node:fs/promises'
import { NotFoundError, ValidationError } from '@hub/contracts'
import { createDataFolder, type DataFolder, dataFolder } from './data-folder.ts'
import { lockFolder } from './folder-lock.ts'
import { openPglite } from './open-pglite.ts'

export interface RestoreResult {
  /** Where the previous database was moved; undefined when there was none. */
  previousPath: string | undefined
}

/**
 * Puts the backup `source` in the place of the database of `dataDir`. The backup is loaded and read first; the
 * previous database is kept beside under another name.
 * @throws ConflictError when the Hub runs on the folder, NotFoundError or ValidationError for the backup file
 */
export async function restoreEmbedded(input: { dataDir: string; source: string }): Promise<RestoreResult> {
  const folder = dataFolder(input.dataDir)
  const backup = await readBackup(input.source)
  await createDataFolder(folder)
  const lock = await lockFolder(folder)
  try {
    const stamp = new Date().toISOString().replaceAll(':', '-')
    const candidate = `${folder.databasePath}.restoring-${stamp}`
    await loadCandidate(candidate, backup)
    return { previousPath: await swap(folder, candidate, `${folder.databasePath}.before-restore-${stamp}`) }
  } finally {
    await lock.release()
  }
}

async function readBackup(source: string): Promise<Uint8Array> {
  try {
    return await readFile(source)
  } catch (error) {
    throw new NotFoundError(`the backup file ${source} cannot be read`, { cause: error })
  }
}

async function loadCandidate(candidate: string, backup: Uint8Array): Promise<void> {
  try {
    const database = await openPglite({ dataDir: candidate, loadFrom: backup })
    // Reads every row of every table once, so that a damaged file shows here and not in a month.
    await database.exec(readEverything)
    await database.close()
  } catch (error) {
    await rm(candidate, { recursive: true, force: true })
    throw new ValidationError('the file is not a backup that this version can load; nothing was changed', {
      cause: error,
    })
  }
}

const readEverything = `DO $$ DECLARE relation regclass; BEGIN
  FOR relation IN SELECT oid FROM pg_class WHERE relkind = 'r' LOOP
    EXECUTE format('SELECT count(t.*) FROM %s t', relation);
  END LOOP; END $$`

async function swap(folder: DataFolder, candidate: string, aside: string): Promise<string | undefined> {
  const hasPrevious = await exists(folder.databasePath)
  if (hasPrevious) await rename(folder.databasePath, aside)
  await rename(candidate, folder.databasePath)
  return hasPrevious ? aside : undefined
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
