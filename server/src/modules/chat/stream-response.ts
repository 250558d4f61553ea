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

/** Writes to a reader; one that does not read does not fill the memory. */
export function push(res: Response, text: string): void {
  if (res.writableLength > longestQueue) res.destroy()
  else res.write(text)
}

/** Streams an answer to one reader from `lastId` on; a reader that leaves does not stop the answer. */
export function streamAnswer(res: Response, stream: AnswerStream, lastId = 0): void {
  if (res.destroyed) return
  open(res)
  const keepAlive = setInterval(() => push(res, ': keep-alive\n\n'), keepAliveMs)
  let leave: () => void = () => undefined
  const finish = () => {
    clearInterval(keepAlive)
    leave()
  }
  // A reader that stops reading keeps the response open after its end: nothing may be written any more.
  const end = () => {
    finish()
    res.end()
  }
  res.on('close', finish)
  res.on('error', finish)
  leave = stream.read(lastId, (numbered) => {
    push(res, frame(numbered))
    if (numbered.type === 'done') end()
  })
  if (stream.isEnded) end()
}
