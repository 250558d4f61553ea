import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A process of the Hub that a test may kill at any instant. */
export interface HubProcess {
  /** All it wrote so far. */
  output(): string
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Stops it in the middle of whatever it does, as a machine that is paused. */
  hang(): void
  goOn(): void
}

/** Runs one program of this repository, without the environment of the tests. */
export function spawnProgram(
  program: string,
  { env, args = [], cwd = root }: { env: Record<string, string | undefined>; args?: string[]; cwd?: string },
): { child: ChildProcess; output: () => string } {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [`${root}/${program}`, ...args], {
    env: { PATH, HOME, ...env },
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const take = (chunk: Buffer) => {
    text += chunk.toString()
  }
  child.stdout?.on('data', take)
  child.stderr?.on('data', take)
  return { child, output: () => text }
}

/** Starts a process of the Hub and waits until `url` answers. */
export async function startProcess(
  program: string,
  { env, url, cwd }: { env: Record<string, string | undefined>; url?: string; cwd?: string },
): Promise<HubProcess> {
  const { child, output } = spawnProgram(program, { env, ...(cwd && { cwd }) })
  const ended = once(child, 'exit')
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await ended
  }
  if (url) await untilAnswers(url, child, output)
  return { output, kill, hang: () => void child.kill('SIGSTOP'), goOn: () => void child.kill('SIGCONT') }
}

async function untilAnswers(url: string, child: ChildProcess, output: () => string): Promise<void> {
  // The machine may do other things too.
  const until = Date.now() + 150_000
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`it ended: ${output()}`)
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await wait(50)
  }
  child.kill('SIGKILL')
  throw new Error(`no answer at ${url}: ${output()}`)
}
