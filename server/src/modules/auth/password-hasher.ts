import { Worker } from 'node:worker_threads'
import type { BcryptAnswer, BcryptJob } from './bcrypt-worker.ts'

/** bcrypt cost: about 250 ms of one core per password. */
const cost = 12

export interface PasswordHasher {
  hash(password: string): Promise<string>
  compare(password: string, hash: string): Promise<boolean>
  close(): Promise<void>
}

type Pending = { resolve: (value: string | boolean) => void; reject: (error: Error) => void }
type NewJob = BcryptJob extends infer Job ? (Job extends BcryptJob ? Omit<Job, 'id'> : never) : never

/** bcrypt in its own thread: checking a password never delays other requests. A thread that dies is replaced. */
export function createPasswordHasher(): PasswordHasher {
  const pending = new Map<number, Pending>()
  let lastId = 0
  let worker: Worker | undefined
  const failAll = (error: Error) => {
    worker = undefined
    for (const job of pending.values()) job.reject(error)
    pending.clear()
  }
  const ask = (job: NewJob) =>
    new Promise<string | boolean>((resolve, reject) => {
      worker ??= startWorker(pending, failAll)
      lastId += 1
      pending.set(lastId, { resolve, reject })
      worker.postMessage({ ...job, id: lastId })
    })
  return {
    hash: async (password) => String(await ask({ kind: 'hash', password, cost })),
    compare: async (password, hash) => (await ask({ kind: 'compare', password, hash })) === true,
    close: async () => void (await worker?.terminate()),
  }
}

function startWorker(pending: Map<number, Pending>, onEnd: (error: Error) => void): Worker {
  const worker = new Worker(new URL('./bcrypt-worker.ts', import.meta.url))
  worker.unref()
  worker.on('message', (answer: BcryptAnswer) => {
    const job = pending.get(answer.id)
    pending.delete(answer.id)
    if ('problem' in answer) job?.reject(new Error(answer.problem))
    else job?.resolve(answer.value)
  })
  let problem = new Error('The password thread has ended')
  worker.on('error', (error: Error) => {
    problem = error
  })
  worker.on('exit', () => onEnd(problem))
  return worker
}
