export interface StreamTimeouts {
  /** Longest wait for the first chunk, connection and model loading included, in milliseconds. */
  firstTokenTimeoutMs: number
  /** Longest silence between two chunks, in milliseconds. */
  idleTimeoutMs: number
}

export const defaultTimeouts: StreamTimeouts = { firstTokenTimeoutMs: 120_000, idleTimeoutMs: 60_000 }

/** Why a stream was cut by this side. */
export class StreamInterrupted extends Error {
  override readonly name = 'StreamInterrupted'
  readonly why: 'aborted' | 'first_token' | 'idle'

  constructor(why: 'aborted' | 'first_token' | 'idle') {
    super(`stream interrupted: ${why}`)
    this.why = why
  }
}

export interface WatchedStream<Chunk> {
  open(signal: AbortSignal): Promise<AsyncIterable<Chunk>>
  signal: AbortSignal
  timeouts: StreamTimeouts
}

/**
 * Reads a stream under the caller's signal and two timeouts, and closes its connection however the reading ends.
 * The time that the reader takes between two chunks is not counted as silence.
 * Throws `StreamInterrupted`, or what the stream itself throws.
 */
export async function* watchStream<Chunk>({
  open,
  signal,
  timeouts,
}: WatchedStream<Chunk>): AsyncGenerator<Chunk> {
  const controller = new AbortController()
  let interrupt: (cause: StreamInterrupted) => void = () => undefined
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = (cause) => {
      reject(cause)
      controller.abort()
    }
  })
  interrupted.catch(() => undefined) // raced below; a late interruption has nobody left to tell
  const stop = () => interrupt(new StreamInterrupted('aborted'))
  if (signal.aborted) throw new StreamInterrupted('aborted')
  signal.addEventListener('abort', stop, { once: true })
  const startTimer = (why: 'first_token' | 'idle', ms: number) =>
    setTimeout(() => interrupt(new StreamInterrupted(why)), ms)
  let timer = startTimer('first_token', timeouts.firstTokenTimeoutMs)
  try {
    const source = await Promise.race([open(controller.signal), interrupted])
    const chunks = source[Symbol.asyncIterator]()
    while (true) {
      const next = await Promise.race([chunks.next(), interrupted])
      clearTimeout(timer)
      if (next.done) return
      yield next.value
      if (signal.aborted) throw new StreamInterrupted('aborted')
      timer = startTimer('idle', timeouts.idleTimeoutMs)
    }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
    controller.abort()
  }
}
