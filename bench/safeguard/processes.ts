import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../scripts/full/ports.ts'

export interface BenchProcess {
  url: string
  /** Resident memory, in megabytes. */
  memoryMb(): Promise<number>
  close(): Promise<void>
}

const startWithinMs = 30_000

/** Starts a program that listens on the port that it is told, and waits until it answers. */
export async function startProgram(
  file: string,
  env: Record<string, string>,
  probe: string,
): Promise<BenchProcess> {
  const port = await freePort()
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url))
  const child = spawn(process.execPath, [path], {
    env: { PATH: process.env.PATH ?? '', ...env, HUB_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await untilAnswers(child, url + probe)
  return {
    url,
    async memoryMb() {
      const text = await (await fetch(`${url}/metrics`)).text()
      const bytes = /^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]
      return Number(bytes) / 1e6
    },
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

async function untilAnswers(child: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + startWithinMs
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`${url}: the program ended`)
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${url} does not answer`)
}

/** A server of the Hub in full mode; with `redisUrl` it shares its events with the others. */
export function startHub(env: Record<string, string>, redisUrl?: string): Promise<BenchProcess> {
  return startProgram('server/src/main.ts', { ...env, ...(redisUrl && { REDIS_URL: redisUrl }) }, '/readyz')
}

/** The reference: a bare `ws` server that sends what is posted to every socket. */
export function startBare(): Promise<BenchProcess> {
  return startProgram('bench/safeguard/bare/main.ts', {}, '/')
}
