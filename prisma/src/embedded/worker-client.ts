import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { gzip } from 'node:zlib'
import type { WorkerInput, WorkerMessage, WorkerRequest } from './worker-protocol.ts'

/** The database worker, seen from the thread that started it. */
export interface DatabaseWorker {
  port: number | undefined
  /** A gzip archive of the whole database, as `loadFrom` takes it. */
  dump(): Promise<Uint8Array>
  close(): Promise<void>
}

type Answer = Extract<WorkerMessage, { kind: 'answer' }>

/** Starts the worker and waits until it serves. `onDeath` is called when it ends by itself later. */
export async function startDatabaseWorker(
  input: WorkerInput,
  onDeath: (error: Error) => void,
): Promise<DatabaseWorker> {
  const worker = new Worker(new URL('./database-worker.ts', import.meta.url), { workerData: input })
  const ready = Promise.withResolvers<number | undefined>()
  const waiting = new Map<number, PromiseWithResolvers<Answer>>()
  let isReady = false
  let isClosing = false
  let nextId = 1

  const die = (error: Error) => {
    ready.reject(error)
    for (const request of waiting.values()) request.reject(error)
    waiting.clear()
    if (isReady && !isClosing) onDeath(error)
    isClosing = true
  }
  worker.on('error', die)
  worker.on('exit', (code) => die(new Error(`the embedded database ended unexpectedly (code ${code})`)))
  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'ready') ready.resolve(message.port)
    else if (message.kind === 'failed') ready.reject(new Error(message.message))
    else {
      waiting.get(message.id)?.resolve(message)
      waiting.delete(message.id)
    }
  })

  const ask = async (kind: WorkerRequest['kind']): Promise<Answer> => {
    const id = nextId++
    const request = Promise.withResolvers<Answer>()
    waiting.set(id, request)
    worker.postMessage({ id, kind } satisfies WorkerRequest)
    const answer = await request.promise
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer
  }

  const port = await ready.promise.catch(async (error: unknown) => {
    isClosing = true
    await worker.terminate()
    throw error
  })
  isReady = true
  return {
    port,
    dump: async () => promisify(gzip)((await ask('dump')).bytes ?? new Uint8Array()),
    close: async () => {
      if (isClosing) return
      isClosing = true
      await ask('close')
      await worker.terminate()
    },
  }
}
