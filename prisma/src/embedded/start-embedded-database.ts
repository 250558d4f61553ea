import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { ConflictError } from '@hub/contracts'
import { startControlServer } from './control-server.ts'
import { createDataFolder, type DataFolder, dataFolder, placeSocket } from './data-folder.ts'
import { lockFolder } from './folder-lock.ts'
import { defaultLimits, type WireEndpoint, type WireServerLimits } from './wire/wire-server.ts'
import { startDatabaseWorker } from './worker-client.ts'

export interface EmbeddedDatabaseOptions {
  /** Folder for the data, created when absent; in memory without one. */
  dataDir?: string
  /** Listen on TCP instead of a private Unix socket, with a password of its own for this run. */
  host?: string
  port?: number
  /** A dump (bytes or file) to start from when the folder holds no database yet. */
  loadFrom?: Uint8Array | string
  limits?: Partial<WireServerLimits>
  /** Told when the database ends by itself; without it the error is thrown and ends the process. */
  onDeath?: (error: Error) => void
}

export interface EmbeddedDatabase {
  /** Connection string for pg, Prisma's adapter and others. Holds the password when there is one: not for logs. */
  url: string
  /** Ends all connections, writes everything out and unlocks the folder. */
  close(): Promise<void>
  /** A gzip archive of the whole database, taken between two transactions. */
  dump(): Promise<Uint8Array>
}

/**
 * Starts PostgreSQL (PGlite) in a worker thread behind a wire-protocol server of our own.
 * @throws ConflictError when another process has the folder open
 */
export async function startEmbeddedDatabase(
  options: EmbeddedDatabaseOptions = {},
): Promise<EmbeddedDatabase> {
  const releases: (() => Promise<void>)[] = []
  const releaseAll = async () => {
    for (const release of releases.splice(0).reverse()) await release()
  }
  try {
    const folder = options.dataDir === undefined ? undefined : await openFolder(options.dataDir, releases)
    const endpoint = await chooseEndpoint(options, folder, releases)
    const worker = await startDatabaseWorker(
      {
        dataDir: folder?.databasePath,
        loadFrom: options.loadFrom,
        endpoint,
        limits: { ...defaultLimits, ...options.limits },
      },
      options.onDeath ?? throwLater,
    )
    releases.push(worker.close)
    if (folder) releases.push((await startControlServer(folder.controlPath, worker.dump)).close)
    return { url: connectionString(endpoint, worker.port), close: releaseAll, dump: worker.dump }
  } catch (error) {
    await releaseAll()
    throw error
  }
}

async function openFolder(dataDir: string, releases: (() => Promise<void>)[]): Promise<DataFolder> {
  const folder = dataFolder(dataDir)
  await createDataFolder(folder)
  const lock = await lockFolder(folder)
  releases.push(lock.release)
  await refuseInterruptedRestore(folder)
  return folder
}

/** Between the two renames of a restore there is no database: a new empty one must not take its place. */
async function refuseInterruptedRestore(folder: DataFolder): Promise<void> {
  const names = await readdir(folder.path)
  if (names.includes(path.basename(folder.databasePath))) return
  if (!names.some((name) => name.includes('.before-restore-'))) return
  throw new ConflictError(
    `a restore into ${folder.path} was cut short: run it again, or rename the kept folder back`,
  )
}

async function chooseEndpoint(
  options: EmbeddedDatabaseOptions,
  folder: DataFolder | undefined,
  releases: (() => Promise<void>)[],
): Promise<WireEndpoint> {
  const wantsTcp = options.host !== undefined || options.port !== undefined
  const place = wantsTcp ? undefined : await placeSocket(folder)
  if (place) {
    releases.push(place.remove)
    return { socketPath: place.socketPath }
  }
  return {
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    password: randomBytes(24).toString('base64url'),
  }
}

function connectionString(endpoint: WireEndpoint, port: number | undefined): string {
  if ('password' in endpoint) {
    const host = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host
    return `postgresql://postgres:${endpoint.password}@${host}:${port}/postgres`
  }
  const directory = endpoint.socketPath.slice(0, endpoint.socketPath.lastIndexOf('/'))
  return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(directory).replaceAll('%2F', '/')}`
}

function throwLater(error: Error): void {
  setImmediate(() => {
    throw error
  })
}
