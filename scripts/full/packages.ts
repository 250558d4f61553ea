import { existsSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { runCommand } from './run-command.ts'

const servicePolicy = '/usr/sbin/policy-rc.d'
const installMs = 600_000

/** Thrown when the machine lacks a program that only its owner can install. The message is one line. */
export class MissingPackagesError extends Error {
  override name = 'MissingPackagesError'
}

/**
 * Makes sure that Debian packages are installed. As root on Debian it installs what is missing, without
 * starting a service; anywhere else it throws MissingPackagesError.
 */
export async function ensurePackages(packages: readonly string[]): Promise<void> {
  const missing = await missingPackages(packages)
  if (missing.length === 0) return
  if (debianVersion() === undefined || process.getuid?.() !== 0) {
    throw new MissingPackagesError(`missing ${missing.join(', ')}: install them, or run as root on Debian`)
  }
  await install(missing)
}

/** The major version of the Debian this runs on, or undefined on any other system. */
export function debianVersion(): number | undefined {
  if (!existsSync('/etc/debian_version')) return undefined
  const [, version] = /^VERSION_ID="?(\d+)/m.exec(readFileSync('/etc/os-release', 'utf8')) ?? []
  return version === undefined ? undefined : Number(version)
}

async function missingPackages(packages: readonly string[]): Promise<string[]> {
  const listed = await runCommand(['dpkg-query', '--list']).catch(() => '')
  const installed = new Set(Array.from(listed.matchAll(/^ii +([^ :]+)/gm), ([, name]) => name))
  return packages.filter((name) => !installed.has(name))
}

async function install(packages: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', 'DPkg::Lock::Timeout=300']
  await withoutServices(async () => {
    await runCommand(['apt-get', ...wait, 'update', '-q'], { env, limitMs: installMs })
    const flags = ['-q', '-y', '--no-install-recommends']
    await runCommand(['apt-get', ...wait, 'install', ...flags, ...packages], { env, limitMs: installMs })
  })
}

/** Installed packages ask policy-rc.d before they start a service; 101 means "not allowed". */
async function withoutServices(work: () => Promise<void>): Promise<void> {
  if (existsSync(servicePolicy)) return work()
  await writeFile(servicePolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    await work()
  } finally {
    await rm(servicePolicy, { force: true })
  }
}
