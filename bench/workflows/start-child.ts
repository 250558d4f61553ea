import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** A program of the bench in a process of its own. */
export interface Child {
  /** What it said when it was ready. */
  hello: unknown
  /** Gives it an order and waits for the answer. */
  ask(order: object): Promise<unknown>
  kill(): Promise<void>
}

/** @param program its folder, which has a main.ts */
export async function startChild(program: string, env: Record<string, string> = {}): Promise<Child> {
  const path = fileURLToPath(new URL(`./${program}/main.ts`, import.meta.url))
  const child = fork(path, {
    env: { PATH: process.env.PATH ?? '', ...env },
    execArgv: ['--no-deprecation'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [hello] = await once(child, 'message')
  return {
    hello,
    async ask(order) {
      const answered = once(child, 'message')
      child.send(order)
      return (await answered)[0]
    },
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

const Sent = z.object({ accepted: z.number(), seconds: z.number(), p99: z.number() })

/** Sends bodies from a process of their own. */
export async function sendFrom(
  loader: Child,
  order: { url: string; secret: string; bodies: readonly string[]; lanes: number },
): Promise<z.infer<typeof Sent>> {
  return Sent.parse(await loader.ask(order))
}
