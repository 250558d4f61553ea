import { Worker } from 'node:worker_threads'

/** Threads that read at the same time; more files wait. */
const maxThreads = 2
/** Of the JavaScript heap of a thread. */
const resourceLimits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }
const idleMs = 10_000

interface Idle {
  worker: Worker
  timer: NodeJS.Timeout
}

const idle: Idle[] = []
const waiting: (() => void)[] = []
let running = 0

/**
 * Lends a reading thread, at most two at a time; the caller gives it back or ends it, once.
 * @throws the reason of the signal, when it comes while waiting
 */
export async function borrowThread(signal: AbortSignal): Promise<Worker> {
  while (running >= maxThreads) await turn(signal)
  if (signal.aborted) {
    // It may have been called: its turn goes to the next.
    waiting.shift()?.()
    throw signal.reason
  }
  running += 1
  const spare = idle.pop()
  if (!spare) return startThread()
  clearTimeout(spare.timer)
  return spare.worker
}

/** Takes back a thread that answered: the next file needs no start of another. */
export function giveBack(worker: Worker): void {
  idle.push({ worker, timer: setTimeout(() => void worker.terminate(), idleMs).unref() })
  free()
}

/** Ends a thread that must not be used again. */
export async function endThread(worker: Worker): Promise<void> {
  await worker.terminate()
  free()
}

function free(): void {
  running -= 1
  waiting.shift()?.()
}

function startThread(): Worker {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    resourceLimits,
    env: {},
    stdout: true,
    stderr: true,
  })
  // What a reader says of a document is no line of our log.
  worker.stdout.resume()
  worker.stderr.resume()
  worker.unref()
  // A document may break its thread after its answer, when nobody listens any more.
  worker.on('error', () => forget(worker))
  worker.once('exit', () => forget(worker))
  return worker
}

function forget(worker: Worker): void {
  const at = idle.findIndex((spare) => spare.worker === worker)
  if (at !== -1) clearTimeout(idle.splice(at, 1)[0]?.timer)
}

function turn(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const onFree = () => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    }
    const onAbort = () => {
      waiting.splice(waiting.indexOf(onFree), 1)
      reject(signal.reason)
    }
    waiting.push(onFree)
    signal.addEventListener('abort', onAbort, { once: true })
  })
}
