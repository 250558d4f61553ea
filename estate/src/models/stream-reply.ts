import { setTimeout as sleep } from 'node:timers/promises'
import type { Response } from 'express'
import type { Exchange } from './exchange.ts'
import type { ReplyFault, ReplyPart, ScriptedReply } from './scripted-reply.ts'

/** How a vendor writes a streamed answer. */
export interface StreamEncoder {
  contentType: string
  part(part: ReplyPart, place: { isLast: boolean }): string
  error(message: string): string
  /** What follows the last part: final counters and the end mark. */
  end(): string
}

export interface StreamedReply {
  reply: ScriptedReply
  encoder: StreamEncoder
}

/** Send a reply chunk by chunk, with its pauses and its fault; stops when the client leaves. */
export async function streamReply(exchange: Exchange, { reply, encoder }: StreamedReply): Promise<void> {
  const { response } = exchange
  const parts = reply.parts ?? []
  const garbled = reply.fault?.kind === 'garbled' ? reply.fault.afterParts : undefined
  const fault = isEnding(reply.fault) ? reply.fault : undefined
  const sent = parts.slice(0, fault?.afterParts ?? parts.length)
  if (!(await pause(exchange, reply.firstTokenMs))) return
  response.status(200).setHeader('Content-Type', encoder.contentType)
  for (const [index, part] of sent.entries()) {
    if (!(await pause(exchange, part.stallMs))) return
    const text = encoder.part(part, { isLast: !fault && index === parts.length - 1 })
    await write(response, index === garbled ? halfOf(text) : text)
  }
  if (fault?.kind === 'reset') exchange.drop()
  else if (fault?.kind === 'error') response.end(encoder.error(fault.message))
  else response.end(fault ? '' : encoder.end())
}

type EndingFault = Exclude<ReplyFault, { kind: 'status' | 'garbled' }>

const isEnding = (fault: ReplyFault | undefined): fault is EndingFault =>
  fault !== undefined && fault.kind !== 'status' && fault.kind !== 'garbled'

/** Half a line or event, ended as a whole one is. */
function halfOf(text: string): string {
  const whole = text.trimEnd()
  return whole.slice(0, Math.ceil(whole.length / 2)) + text.slice(whole.length)
}

/** Wait; says whether the client is still there. */
export async function pause({ signal }: Exchange, ms = 0): Promise<boolean> {
  if (ms > 0 && !signal.aborted) await sleep(ms, undefined, { signal }).catch(ignoreAbort)
  return !signal.aborted
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error
}

function write(response: Response, text: string): Promise<void> {
  return new Promise((resolve) => {
    response.write(text, () => resolve())
  })
}
