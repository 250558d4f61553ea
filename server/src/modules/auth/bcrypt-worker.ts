import { parentPort } from 'node:worker_threads'
import bcrypt from 'bcryptjs'

export type BcryptJob =
  | { id: number; kind: 'hash'; password: string; cost: number }
  | { id: number; kind: 'compare'; password: string; hash: string }
export type BcryptAnswer = { id: number; value: string | boolean } | { id: number; problem: string }

const port = parentPort
if (!port) throw new Error('bcrypt-worker runs in a worker thread')

port.on('message', (job: BcryptJob) => port.postMessage(work(job)))

/** A hash that bcrypt cannot read fails its own job, not the thread. */
function work(job: BcryptJob): BcryptAnswer {
  const { id, password } = job
  try {
    const value =
      job.kind === 'hash' ? bcrypt.hashSync(password, job.cost) : bcrypt.compareSync(password, job.hash)
    return { id, value }
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : 'bcrypt failed' }
  }
}
