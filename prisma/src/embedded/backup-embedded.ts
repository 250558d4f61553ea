import { randomUUID } from 'node:crypto'
import { access, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { NotFoundError } from '@hub/contracts'
import { requestDump } from './control-client.ts'
import { type DataFolder, dataFolder } from './data-folder.ts'
import { findLockOwner } from './folder-lock.ts'
import { startEmbeddedDatabase } from './start-embedded-database.ts'

/**
 * Writes a backup of the database of `dataDir` to the file `target`, whether the Hub runs or not.
 * @returns the size of the file in bytes
 * @throws NotFoundError when the folder holds no database, UpstreamError when the running Hub gives no dump
 */
export async function backupEmbedded({
  dataDir,
  target,
}: {
  dataDir: string
  target: string
}): Promise<number> {
  const folder = dataFolder(dataDir)
  await requireDatabase(folder)
  const owner = await findLockOwner(folder)
  const bytes = owner ? await requestDump(owner.controlPath) : await dumpStopped(folder)
  await writeWhole(path.resolve(target), bytes)
  return bytes.length
}

async function requireDatabase(folder: DataFolder): Promise<void> {
  try {
    await access(path.join(folder.databasePath, 'PG_VERSION'))
  } catch (error) {
    throw new NotFoundError(`there is no embedded database in ${folder.path}`, { cause: error })
  }
}

async function dumpStopped(folder: DataFolder): Promise<Uint8Array> {
  const database = await startEmbeddedDatabase({ dataDir: folder.path })
  try {
    return await database.dump()
  } finally {
    await database.close()
  }
}

/** On disk before it gets its name: a backup cut short never looks like one. */
async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const draft = `${target}.${randomUUID()}`
  try {
    const file = await open(draft, 'wx', 0o600)
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
    await rename(draft, target)
  } finally {
    await rm(draft, { force: true })
  }
}
