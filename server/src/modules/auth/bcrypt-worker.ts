import { parentPort } from 'node:worker_threads'
import bcrypt from 'bcryptjs'

export type BcryptJob =
  | { id: number; kind: 'hash'; password: string; cost: number }
  | { id: number; kind: 'compare'; password: string; hash: string }

const port = parentPort
if (!port) throw new Error('bcrypt-worker runs in a worker thread')

port.on('message', (job: BcryptJob) => {
  const value =
    job.kind === 'hash' ? bcrypt.hashSync(job.password, job.cost) : bcrypt.compareSync(job.password, job.hash)
  port.postMessage({ id: job.id, value })
})
