import type { Response } from 'express'
import type { AnswerStream, NumberedEvent } from './run/answer-stream.ts'

export const keepAliveMs = 15_000

/** One event on the wire. */
export function frame({ id, event }: NumberedEvent): string {
  return `event: ${event.type}\nid: ${id}\ndata: ${JSON.stringify(event)}\n\n`
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

/** Streams an answer to one reader from `lastId` on; a reader that leaves does not stop the answer. */
export function streamAnswer(res: Response, stream: AnswerStream, lastId = 0): void {
  if (res.destroyed) return
  open(res)
  const keepAlive = setInterval(() => res.write(': keep-alive\n\n'), keepAliveMs)
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
    res.write(frame(numbered))
    if (numbered.event.type === 'done') end()
  })
  if (stream.isEnded) end()
}
