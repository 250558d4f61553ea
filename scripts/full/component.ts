import { type ChildProcess, spawn } from 'node:child_process'
import { removeFolder } from './folders.ts'
import { withTimeout } from './wait-until.ts'

const stopGraceMs = 10_000
const keptOutputChars = 8_000
const stopSignals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

/** A server program that runs in its own process group until it is closed. */
export interface Component {
  readonly name: string
  /** What ended it ("exited with code 1"), or undefined while it runs. */
  ended(): string | undefined
  /** The last of what it printed. */
  output(): string
  signal(signal: NodeJS.Signals): void
  /** Ends the whole process group and removes its folder. Safe to call twice. */
  close(): Promise<void>
}

export interface ComponentOptions {
  name: string
  /** Program and arguments; see `dyingWithParent`. */
  argv: [string, ...string[]]
  /** Data folder, removed on close. */
  folder: string
  stopSignal: NodeJS.Signals
}

const live = new Set<ChildProcess>()

/** Starts a server program that ends, with its whole process group, on close and when this process ends. */
export function startComponent({ name, argv, folder, stopSignal }: ComponentOptions): Component {
  const [command, ...args] = argv
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  endWithThisProcess(child)
  let output = ''
  let end: string | undefined
  const keep = (chunk: string) => {
    output = (output + chunk).slice(-keptOutputChars)
  }
  child.stdout.setEncoding('utf8').on('data', keep)
  child.stderr.setEncoding('utf8').on('data', keep)
  const exited = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      end = `could not be run: ${error.message}`
      resolve()
    })
    child.once('exit', (code, signal) => {
      end = signal ? `was ended by ${signal}` : `exited with code ${code}`
      resolve()
    })
  })
  const close = async () => {
    signalGroup(child, stopSignal)
    if (!(await withTimeout(exited, stopGraceMs))) signalGroup(child, 'SIGKILL')
    await exited
    signalGroup(child, 'SIGKILL')
    live.delete(child)
    await removeFolder(folder)
  }
  return { name, ended: () => end, output: () => output, signal: (s) => signalGroup(child, s), close }
}

/**
 * Wraps a command so that the kernel kills it when the process that started it is gone, even by SIGKILL.
 * Linux only.
 */
export function dyingWithParent(...argv: [string, ...string[]]): [string, ...string[]] {
  return ['setpriv', '--pdeathsig=KILL', '--', ...argv]
}

/** Kills a child's process group when this process ends, on its own or by a signal. */
export function endWithThisProcess(child: ChildProcess): void {
  installHandlers()
  live.add(child)
  child.once('exit', () => live.delete(child))
}

/** Signals every process of the child's group; a group that is already gone is not an error. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

let hasHandlers = false

function installHandlers(): void {
  if (hasHandlers) return
  hasHandlers = true
  process.prependOnceListener('exit', () => {
    for (const child of live) signalGroup(child, 'SIGKILL')
  })
  for (const [signal, number] of Object.entries(stopSignals)) {
    process.once(signal, () => process.exit(128 + number))
  }
}
