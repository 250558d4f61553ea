import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** Worker processes of the bench, on one database. */
export interface Workers {
  /** Lets the first one start runs. Comes back when all are given to the engine. */
  start(order: { start: number; from?: number; kind?: string }): Promise<void>
  /** Processor time that all have used, in milliseconds. */
  cpuMs(): Promise<number>
  /** Resident memory of all, in bytes. */
  memoryBytes(): Promise<number>
  kill(): Promise<void>
}

const program = fileURLToPath(new URL('./worker/main.ts', import.meta.url))
/** Of the kernel's clock, per second. */
const ticksPerSecond = 100

export async function startWorkers(kind: 'hub' | 'bare', url: string, count: number): Promise<Workers> {
  const env = { PATH: process.env.PATH ?? '', BENCH_KIND: kind, BENCH_DATABASE_URL: url }
  const children: ChildProcess[] = []
  for (let index = 0; index < count; index++) {
    const child = fork(program, { env, execArgv: ['--no-deprecation'] })
    await once(child, 'message')
    children.push(child)
  }
  const [first] = children
  if (!first) throw new Error('no workers')
  return {
    async start(order) {
      const done = once(first, 'message')
      first.send(order)
      await done
    },
    async cpuMs() {
      const all = await Promise.all(children.map(({ pid }) => readFile(`/proc/${pid}/stat`, 'utf8')))
      const ticks = all.map((stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' '))
      return (
        ticks.reduce((sum, fields) => sum + Number(fields[11]) + Number(fields[12]), 0) *
        (1_000 / ticksPerSecond)
      )
    },
    async memoryBytes() {
      const all = await Promise.all(children.map(({ pid }) => readFile(`/proc/${pid}/status`, 'utf8')))
      return all.reduce((sum, text) => sum + Number(/VmRSS:\s+(\d+) kB/.exec(text)?.[1]) * 1_024, 0)
    },
    async kill() {
      await Promise.all(
        children.map((child) => {
          const gone = once(child, 'exit')
          child.kill('SIGKILL')
          return gone
        }),
      )
    },
  }
}
