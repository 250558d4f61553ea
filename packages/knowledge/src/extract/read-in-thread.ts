import type { Worker } from 'node:worker_threads'
import { DocumentProblem } from '../ingest/document-problem.ts'
import type { ReadAnswer, ReadJob, ReadResult } from './read-job.ts'
import { borrowThread, endThread, giveBack } from './read-threads.ts'

/** Of bytes outside the JavaScript heap, where unpacked streams are; the heap has its own limit. */
const maxExternalBytes = 250_000_000
const watchEveryMs = 100

/**
 * Runs a job in one of the reading threads. A thread that takes too long or too much memory is ended, with its job.
 * @throws DocumentProblem; the reason of the signal
 */
export async function readInThread(
  job: ReadJob,
  { signal, timeoutMs }: { signal?: AbortSignal | undefined; timeoutMs: number },
): Promise<ReadResult> {
  signal?.throwIfAborted()
  const timeout = AbortSignal.timeout(timeoutMs)
  const end = signal ? AbortSignal.any([signal, timeout]) : timeout
  try {
    return resultOf(await runJob(job, end), job)
  } catch (error) {
    if (signal?.aborted || !timeout.aborted) throw error
    throw new DocumentProblem('document.timeout', { seconds: Math.ceil(timeoutMs / 1000) }, error)
  }
}

function resultOf(answer: ReadAnswer, job: ReadJob): ReadResult {
  if (answer.kind === 'read') return answer.result
  if (answer.kind === 'problem') throw new DocumentProblem(answer.reason, answer.params)
  throw damaged(job, new Error(answer.message))
}

async function runJob(job: ReadJob, end: AbortSignal): Promise<ReadAnswer> {
  const worker = await borrowThread(end)
  try {
    const answer = await askThread(worker, job, end)
    giveBack(worker)
    return answer
  } catch (error) {
    await endThread(worker)
    throw error
  }
}

async function askThread(worker: Worker, job: ReadJob, end: AbortSignal): Promise<ReadAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadAnswer>()
  const onError = (error: unknown) => reject(isOutOfMemory(error) ? tooComplex(error) : damaged(job, error))
  const onExit = () => reject(new Error('The reading thread has ended'))
  const onEnd = () => reject(end.reason)
  const watch = setInterval(() => watchMemory(worker, reject), watchEveryMs)
  worker.once('message', resolve).once('error', onError).once('exit', onExit)
  end.addEventListener('abort', onEnd)
  try {
    const bytes = new Uint8Array(job.bytes)
    worker.postMessage({ ...job, bytes }, [bytes.buffer])
    return await promise
  } finally {
    clearInterval(watch)
    worker.off('message', resolve).off('error', onError).off('exit', onExit)
    end.removeEventListener('abort', onEnd)
  }
}

function watchMemory(worker: Worker, reject: (error: Error) => void): void {
  worker.getHeapStatistics().then(
    ({ external_memory: bytes }) => {
      if (bytes > maxExternalBytes) reject(tooComplex())
    },
    // A thread that is gone has no figures; its end is told by its own events.
    () => undefined,
  )
}

const tooComplex = (cause?: unknown) => new DocumentProblem('document.too_complex', {}, cause)

const damaged = ({ format }: ReadJob, cause: unknown) =>
  new DocumentProblem('document.damaged', { format }, cause)

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
