import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

/** Where the files of one embedded database are. */
export interface DataFolder {
  path: string
  /** The PostgreSQL data directory itself. */
  databasePath: string
  lockPath: string
  /** Unix socket (named pipe on Windows) on which the owner answers backup requests. */
  controlPath: string
}

// sun_path holds 104 bytes on macOS and 108 on Linux, with the final zero.
const maxSocketPathBytes = 103
const socketName = '.s.PGSQL.5432'

/** The layout below `dataDir`; nothing is created. */
export function dataFolder(dataDir: string): DataFolder {
  const folder = path.resolve(dataDir)
  return {
    path: folder,
    databasePath: path.join(folder, 'pgdata'),
    lockPath: path.join(folder, 'database.lock'),
    controlPath: controlPath(folder),
  }
}

/** Creates the folder, readable by its owner only. */
export async function createDataFolder(folder: DataFolder): Promise<void> {
  await mkdir(folder.path, { recursive: true, mode: 0o700 })
}

/** A private place for the PostgreSQL socket: `directory` is what clients give as host. */
export interface SocketPlace {
  directory: string
  socketPath: string
  remove(): Promise<void>
}

/** The data folder itself when its path is short enough, else a new private folder of the system's temporary one. */
export async function placeSocket(folder: DataFolder | undefined): Promise<SocketPlace | undefined> {
  if (process.platform === 'win32') return undefined
  if (folder && isShortEnough(path.join(folder.path, socketName))) {
    const socketPath = path.join(folder.path, socketName)
    await rm(socketPath, { force: true }) // left by a killed process: we hold the lock
    return { directory: folder.path, socketPath, remove: () => rm(socketPath, { force: true }) }
  }
  const parent = isShortEnough(path.join(os.tmpdir(), 'hub-db-XXXXXX', socketName)) ? os.tmpdir() : '/tmp'
  const directory = await mkdtemp(path.join(parent, 'hub-db-'))
  await chmod(directory, 0o700)
  const removeAtExit = () => rmSync(directory, { recursive: true, force: true })
  process.once('exit', removeAtExit)
  const remove = async () => {
    process.off('exit', removeAtExit)
    await rm(directory, { recursive: true, force: true })
  }
  return { directory, socketPath: path.join(directory, socketName), remove }
}

function isShortEnough(socketPath: string): boolean {
  return Buffer.byteLength(socketPath) <= maxSocketPathBytes
}

function controlPath(folder: string): string {
  const name = `hub-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  const inside = path.join(folder, 'control.sock')
  return isShortEnough(inside)
    ? inside
    : path.join(os.tmpdir(), `${name}-${os.userInfo().uid}`, 'control.sock')
}
