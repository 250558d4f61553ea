import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts } from './ports.ts'
import { root } from './root.ts'

/** The whole Hub as a child process, started as `npm start` does, with a folder and ports of its own. */
export interface HubProcess {
  readonly url: string
  readonly dataDir: string
  readonly estatePort: number
  readonly password: string
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
  /** Starts it again on the same folder and ports. */
  start(): Promise<void>
  /** Stops it and removes its folder. */
  close(): Promise<void>
}

export interface HubProcessOptions {
  worker: number
  env: Readonly<Record<string, string>>
}

const password = 'Browser-suite-2026'
const readyLimitMs = 90_000
const keptOutputChars = 4_000

/** Starts a Hub. Throws with the end of its output when it does not get ready. */
export async function startHubProcess({ worker, env }: HubProcessOptions): Promise<HubProcess> {
  const [dataDir, ports] = await Promise.all([mkdtemp(join(tmpdir(), 'hub-e2e-')), freePorts(worker)])
  const hubEnv = {
    HUB_DATA_DIR: dataDir,
    HUB_PORT: String(ports.hub),
    MCP_PORT: String(ports.mcp),
    ESTATE_PORT: String(ports.estate),
    HUB_DEMO_PASSWORD: password,
    SAFEGUARD_POLICY_FILE: join(root, 'e2e/whole-week-policy.yaml'),
    ...env,
  }
  let child: ChildProcess | undefined
  const end = async (signal: NodeJS.Signals) => {
    const ending = child
    child = undefined
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const ended = once(ending, 'exit')
    ending.kill(signal)
    await ended
  }
  const start = async () => {
    child = await spawnHub(hubEnv)
  }
  // A worker that ends without its teardown must not leave a Hub behind.
  process.once('exit', () => child?.kill('SIGKILL'))
  await start()
  return {
    url: `http://127.0.0.1:${ports.hub}`,
    dataDir,
    estatePort: ports.estate,
    password,
    kill: () => end('SIGKILL'),
    start,
    close: async () => {
      await end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function spawnHub(env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['embedded/src/main.ts'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ready = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => fail(`not ready after ${readyLimitMs} ms`), readyLimitMs)
    const fail = (why: string) => {
      clearTimeout(late)
      child.kill('SIGKILL')
      reject(new Error(`the Hub did not start: ${why}\n${output}`))
    }
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-keptOutputChars)
      if (!output.includes('Hub ready')) return
      clearTimeout(late)
      resolve()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('error', (error) => fail(error.message))
    child.once('exit', (code, signal) => fail(`ended with ${signal ?? `code ${code}`}`))
  })
  await ready
  return child
}
