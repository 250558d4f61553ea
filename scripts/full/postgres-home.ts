import { lstatSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dyingWithParent } from './component.ts'
import { debianVersion, ensurePackages } from './packages.ts'
import { runCommand } from './run-command.ts'

const serverPackages = ['postgresql-17', 'postgresql-17-pgvector'] as const
const release = { version: 13, name: 'trixie' } as const
const bin = '/usr/lib/postgresql/17/bin'
const buildMs = 900_000

/** Where PostgreSQL 17 with pgvector is installed: on the host ('/') or in a folder to chroot into. */
export interface PostgresHome {
  root: string
}

/** The host's packages that `ensurePostgresHome` needs. */
export function postgresPackages(): readonly string[] {
  return debianVersion() === release.version ? serverPackages : ['debootstrap']
}

/**
 * Finds or builds an installation of PostgreSQL 17 with pgvector: the host's own packages on Debian 13, else
 * a Debian 13 in a cache folder ($HUB_FULL_CACHE, or one in the temporary folder), kept for the next run.
 */
export async function ensurePostgresHome(): Promise<PostgresHome> {
  await ensurePackages(postgresPackages())
  if (debianVersion() === release.version) return { root: '/' }
  const cache = process.env.HUB_FULL_CACHE ?? join(tmpdir(), 'hub-full-pg')
  const root = join(cache, 'root')
  const marker = join(cache, 'complete')
  if (!(isOwn(cache) && isOwn(marker))) {
    await build(cache, root)
    await writeFile(marker, `${serverPackages.join(' ')} ${release.name}\n`)
  }
  return { root }
}

/** The command line that runs a PostgreSQL program of `home` as its postgres user. */
export function asPostgres(home: PostgresHome, ...argv: string[]): [string, ...string[]] {
  const user = ['--reuid=postgres', '--regid=postgres', '--clear-groups', '--pdeathsig=KILL']
  return ['chroot', home.root, 'setpriv', ...user, '--', 'env', `PATH=${bin}:/usr/bin:/bin`, ...argv]
}

/** A cache that somebody else put there must not be entered as root: only our own file counts. */
function isOwn(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.uid === process.getuid?.()
}

async function build(cache: string, root: string): Promise<void> {
  await unmountBelow(cache)
  await rm(cache, { recursive: true, force: true })
  await mkdir(cache, { recursive: true, mode: 0o755 })
  const packages = `--include=${serverPackages.join(',')}`
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const command = dyingWithParent('debootstrap', '--variant=minbase', packages, release.name, root)
  await runCommand(command, { env, limitMs: buildMs })
}

/** A build that was killed leaves /proc and /sys mounted inside: deleting through them would be wrong. */
async function unmountBelow(folder: string): Promise<void> {
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n')
  const inside = mounts
    .flatMap((line) => line.split(' ').slice(1, 2))
    .filter((path) => path.startsWith(`${folder}/`))
  for (const path of inside.reverse()) await runCommand(['umount', path])
}
