import { parentPort } from 'node:worker_threads'
import { DocumentProblem } from '../ingest/document-problem.ts'
import type { ReadAnswer, ReadJob } from './read-job.ts'
import { runReadJob } from './run-read-job.ts'

// Reads documents away from the requests: one at a time, within the memory that the thread was given.
const port = parentPort
if (!port) throw new Error('read-worker runs in a worker thread')

port.on('message', async (job: ReadJob) => port.postMessage(await answer(job)))

/** A document that breaks its reader fails its own job, not the thread. */
async function answer(job: ReadJob): Promise<ReadAnswer> {
  try {
    return { kind: 'read', result: await runReadJob(job) }
  } catch (error) {
    if (error instanceof DocumentProblem)
      return { kind: 'problem', reason: error.reason, params: error.params }
    // Nested too deep for the stack of the thread.
    if (error instanceof RangeError) return { kind: 'problem', reason: 'document.too_complex', params: {} }
    return { kind: 'failure', message: error instanceof Error ? error.message : 'reading failed' }
  }
}
