import type { Exchange } from './exchange.ts'
import type { ScriptedReply } from './scripted-reply.ts'
import { pause } from './stream-reply.ts'

export interface WholeReply {
  reply: ScriptedReply
  body: object
  /** Answer of the vendor when generation fails. */
  sendError: (message: string) => void
}

/** Send a reply in one piece after all its pauses; a fault breaks the connection or becomes an error answer. */
export async function sendWhole(exchange: Exchange, { reply, body, sendError }: WholeReply): Promise<void> {
  const stalls = (reply.parts ?? []).reduce((total, part) => total + (part.stallMs ?? 0), 0)
  if (!(await pause(exchange, (reply.firstTokenMs ?? 0) + stalls))) return
  if (reply.fault?.kind === 'error') sendError(reply.fault.message)
  else if (reply.fault) exchange.drop()
  else exchange.response.json(body)
}
