import { once } from 'node:events'
import type { Response } from 'express'
import type { AnswerStream, NumberedEvent } from './run/answer-stream.ts'

export const keepAliveMs = 15_000
/** What may wait for a reader that does not read; then it is sent away, and resumes. In bytes. */
const longestQueue = 1_000_000

/** One event on the wire. */
export function frame({ id, type, json }: NumberedEvent): string {
  return `event: ${type}\nid: ${id}\ndata: ${json}\n\n`
}

/** Starts an event stream. */
export function open(res: Response): void {
  res.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  })
  res.flushHeaders()
}

/** Writes now and then to a reader that has nothing left to read, so that the line is kept. */
export function keepAlive(res: Response): ReturnType<typeof setInterval> {
  return setInterval(() => {
    if (res.writableLength === 0) res.write(': keep-alive\n\n')
  }, keepAliveMs)
}

/** Writes what happens now; a reader that does not read does not fill the memory. */
function push(res: Response, text: string): void {
  if (res.writableLength > longestQueue) res.destroy()
  else res.write(text)
}

/** Writes what is told again, at the pace of the reader. @throws AbortError once the reader has left */
export async function tell(res: Response, text: string, left: AbortSignal): Promise<void> {
  left.throwIfAborted()
  if (!res.write(text)) await once(res, 'drain', { signal: left })
}

/** Aborted when the reader leaves or has left. */
export function leaving(res: Response): AbortSignal {
  const left = new AbortController()
  const leave = () => left.abort()
  res.on('close', leave)
  res.on('error', leave)
  if (res.destroyed) leave()
  return left.signal
}

/** Streams an answer to one reader from `lastId` on; a reader that leaves does not stop the answer. */
export async function streamAnswer(res: Response, stream: AnswerStream, lastId = 0): Promise<void> {
  const left = leaving(res)
  if (left.aborted) return
  open(res)
  const beats = keepAlive(res)
  let stopReading: () => void = () => undefined
  const finish = () => {
    clearInterval(beats)
    stopReading()
  }
  // A reader that stops reading keeps the response open after its end: nothing may be written any more.
  const end = () => {
    finish()
    res.end()
  }
  left.addEventListener('abort', finish)
  const isReplayed = await replay(res, stream, { lastId, left })
  if (left.aborted) return
  if (!isReplayed || stream.isEnded) return end()
  stopReading = stream.read((numbered) => {
    push(res, frame(numbered))
    if (numbered.type === 'done') end()
  })
}

/** @returns false when the reader has left, or was so slow that what comes next is in the database only */
async function replay(
  res: Response,
  stream: AnswerStream,
  from: { lastId: number; left: AbortSignal },
): Promise<boolean> {
  let { lastId } = from
  while (stream.lastId > lastId) {
    if (!stream.holds(lastId)) return false
    for (const numbered of stream.after(lastId)) {
      try {
        await tell(res, frame(numbered), from.left)
      } catch (err) {
        if (from.left.aborted) return false
        throw err
      }
      lastId = numbered.id
    }
  }
  return true
}
