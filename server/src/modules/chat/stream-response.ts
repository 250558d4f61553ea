import type { StreamEvent } from '@hub/contracts'
import type { Response } from 'express'
import type { AnswerStream, NumberedEvent } from './run/answer-stream.ts'

const keepAliveMs = 15_000

function frame({ id, event }: NumberedEvent): string {
  return `event: ${event.type}\nid: ${id}\ndata: ${JSON.stringify(event)}\n\n`
}

function open(res: Response): void {
  res.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  })
  res.flushHeaders()
}

/** Streams an answer to one reader from `lastId` on; a reader that leaves does not stop the answer. */
export function streamAnswer(res: Response, stream: AnswerStream, lastId = 0): void {
  open(res)
  const keepAlive = setInterval(() => res.write(': keep-alive\n\n'), keepAliveMs)
  let leave: () => void = () => undefined
  const finish = () => {
    clearInterval(keepAlive)
    leave()
  }
  res.on('close', finish)
  leave = stream.read(lastId, (numbered) => {
    res.write(frame(numbered))
    if (numbered.event.type === 'done') res.end()
  })
}

/** Sends an answer that has ended as a short stream of the same grammar. */
export function streamStored(res: Response, events: StreamEvent[]): void {
  open(res)
  for (const [index, event] of events.entries()) res.write(frame({ id: index + 1, event }))
  res.end()
}
