import { randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { ConflictError } from '@hub/contracts'
import { canConnect } from './control-client.ts'
import type { DataFolder } from './data-folder.ts'
import { processStartTime } from './process-start-time.ts'

/** The process that a lock file names. */
export interface LockOwner {
  pid: number
  startTime: string | undefined
  controlPath: string
}

/** A held lock on a data folder. */
export interface FolderLock {
  release(): Promise<void>
}

/** The live process that holds the folder, or undefined when none does. */
export async function findLockOwner(folder: DataFolder): Promise<LockOwner | undefined> {
  const content = await readLock(folder)
  const owner = content === undefined ? undefined : parseOwner(content)
  return owner && (await isAlive(owner)) ? owner : undefined
}

/** Takes the folder for this process; a lock left by a dead process is taken over. @throws ConflictError when in use */
export async function lockFolder(folder: DataFolder): Promise<FolderLock> {
  const nonce = randomUUID()
  const startTime = await processStartTime(process.pid)
  const mine = [process.pid, startTime ?? '', folder.controlPath, nonce].join('\n')
  if (!(await placeLock(folder, mine))) {
    await removeStaleLock(folder)
    if (!(await placeLock(folder, mine))) throw inUse(folder, await findLockOwner(folder))
    // Of two processes that took over the same stale lock, the file names the one that may go on.
    await delay(50)
    if ((await readLock(folder)) !== mine) throw inUse(folder, await findLockOwner(folder))
  }
  return {
    release: async () => {
      if ((await readLock(folder)) === mine) await rm(folder.lockPath, { force: true })
    },
  }
}

async function removeStaleLock(folder: DataFolder): Promise<void> {
  const found = await readLock(folder)
  if (found === undefined) return
  const owner = parseOwner(found)
  if (owner && (await isAlive(owner))) throw inUse(folder, owner)
  if ((await readLock(folder)) === found) await rm(folder.lockPath, { force: true })
}

/** Creates the lock file with its whole content at once; false when there is one. */
async function placeLock(folder: DataFolder, content: string): Promise<boolean> {
  const draft = `${folder.lockPath}.${randomUUID()}`
  await writeFile(draft, content, { mode: 0o600 })
  try {
    await link(draft, folder.lockPath)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function readLock(folder: DataFolder): Promise<string | undefined> {
  return readFile(folder.lockPath, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

// A lock file that cannot be read was cut short by a crash of the machine: it names nobody.
function parseOwner(content: string): LockOwner | undefined {
  const match = /^(\d+)\n(.*)\n(.*)\n(.+)$/.exec(content)
  return match
    ? { pid: Number(match[1]), startTime: match[2] || undefined, controlPath: match[3] ?? '' }
    : undefined
}

async function isAlive(owner: LockOwner): Promise<boolean> {
  // Answers also for a process of another container, whose id means nothing here.
  if (await canConnect(owner.controlPath)) return true
  if (!processExists(owner.pid)) return false
  const startTime = await processStartTime(owner.pid)
  return owner.startTime === undefined || startTime === undefined || startTime === owner.startTime
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function inUse(folder: DataFolder, owner: LockOwner | undefined): ConflictError {
  const who = owner ? `process ${owner.pid}` : 'another process'
  return new ConflictError(`the data folder ${folder.path} is in use by ${who}: stop it first`)
}
