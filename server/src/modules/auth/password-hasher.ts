import { Worker } from 'node:worker_threads'
import type { BcryptJob } from './bcrypt-worker.ts'

/** bcrypt cost: about 250 ms of one core per password. */
const cost = 12

export interface PasswordHasher {
  hash(password: string): Promise<string>
  compare(password: string, hash: string): Promise<boolean>
  close(): Promise<void>
}

type Pending = { resolve: (value: string | boolean) => void; reject: (error: Error) => void }
type NewJob = BcryptJob extends infer Job ? (Job extends BcryptJob ? Omit<Job, 'id'> : never) : never

/** bcrypt in its own thread: checking a password never delays other requests. */
export function createPasswordHasher(): PasswordHasher {
  const worker = new Worker(new URL('./bcrypt-worker.ts', import.meta.url))
  worker.unref()
  const pending = new Map<number, Pending>()
  let lastId = 0
  worker.on('message', ({ id, value }: { id: number; value: string | boolean }) => {
    pending.get(id)?.resolve(value)
    pending.delete(id)
  })
  worker.on('error', (error: Error) => {
    for (const job of pending.values()) job.reject(error)
    pending.clear()
  })
  const ask = (job: NewJob) =>
    new Promise<string | boolean>((resolve, reject) => {
      lastId += 1
      pending.set(lastId, { resolve, reject })
      worker.postMessage({ ...job, id: lastId })
    })
  return {
    hash: async (password) => String(await ask({ kind: 'hash', password, cost })),
    compare: async (password, hash) => (await ask({ kind: 'compare', password, hash })) === true,
    close: async () => void (await worker.terminate()),
  }
}
