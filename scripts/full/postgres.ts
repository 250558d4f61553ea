import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startComponent } from './component.ts'
import { ownFolder } from './folders.ts'
import { freePort } from './ports.ts'
import { asPostgres, ensurePostgresHome, type PostgresHome } from './postgres-home.ts'
import { runCommand } from './run-command.ts'
import { untilReady } from './wait-until.ts'

export interface RunningPostgres {
  /** postgresql:// URL of the superuser, database postgres, on a loopback port. */
  adminUrl: string
  close(): Promise<void>
}

const throwawaySettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '128MB',
  listen_addresses: '127.0.0.1',
}

/** Starts a new, empty PostgreSQL 17 with pgvector on a free loopback port. Throws when it does not answer. */
export async function startPostgres(): Promise<RunningPostgres> {
  const home = await ensurePostgresHome()
  const folder = (await runCommand(asPostgres(home, 'mktemp', '-d', '/tmp/hub-full-pg-XXXXXX'))).trim()
  const password = randomBytes(18).toString('base64url')
  const data = `${folder}/data`
  ownFolder(join(home.root, folder))
  await initialize(home, { folder, data, password })
  const port = await freePort()
  const settings = { ...throwawaySettings, port: String(port), unix_socket_directories: folder }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const postgres = startComponent({
    name: 'postgres',
    argv: asPostgres(home, 'postgres', '-D', data, ...flags),
    folder: join(home.root, folder),
    stopSignal: 'SIGINT',
  })
  await untilReady(postgres, () => acceptsConnections(home, port))
  return { adminUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`, close: postgres.close }
}

async function initialize(
  home: PostgresHome,
  { folder, data, password }: { folder: string; data: string; password: string },
): Promise<void> {
  const passwordFile = `${folder}/password`
  await writeFile(join(home.root, passwordFile), password)
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const text = ['--encoding=UTF8', '--locale=C.UTF-8']
  await runCommand(asPostgres(home, 'initdb', '--no-sync', '-D', data, ...access, ...text))
}

function acceptsConnections(home: PostgresHome, port: number): Promise<boolean> {
  const probe = asPostgres(home, 'pg_isready', '-q', '-h', '127.0.0.1', '-p', String(port))
  return runCommand(probe).then(
    () => true,
    () => false,
  )
}
