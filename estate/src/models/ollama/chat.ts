import type { OllamaModel } from '../catalogue.ts'
import type { Exchange } from '../exchange.ts'
import { sendWhole } from '../send-whole.ts'
import { streamReply } from '../stream-reply.ts'
import { chatLines, loadAnswer, wholeChat } from './chat-lines.ts'
import { type ChatBody, readChatBody } from './chat-request.ts'
import { OllamaError, sendOllamaFault } from './errors.ts'
import { findModel } from './find-model.ts'

function checkCapabilities(model: OllamaModel, body: ChatBody): void {
  const missing = (what: string) =>
    new OllamaError(400, `${JSON.stringify(body.model)} does not support ${what}`)
  if (!model.capabilities.includes('completion')) throw missing('chat')
  if (body.tools?.length && !model.capabilities.includes('tools')) throw missing('tools')
  if (body.think && !model.capabilities.includes('thinking')) throw missing('thinking')
  const hasImages = body.messages?.some(({ images }) => images?.length)
  if (hasImages && !model.capabilities.includes('vision')) throw missing('vision')
}

/** POST /api/chat (protocols/ollama 1.1). Throws `OllamaError` for what the server refuses. */
export async function chat(exchange: Exchange): Promise<void> {
  const { state, record, response } = exchange
  const body = readChatBody(record.body)
  const model = findModel(state.catalogue, body.model)
  checkCapabilities(model, body)
  if (!body.messages?.length) {
    response.json(loadAnswer(body.model, body.keep_alive === 0))
    return
  }
  const reply = state.nextReply(record)
  if (reply.fault?.kind === 'status') {
    sendOllamaFault(response, reply.fault)
    return
  }
  const context = { model: body.model, messages: body.messages, reply }
  if (body.stream === false) {
    const sendError = (error: string) => response.status(500).json({ error })
    await sendWhole(exchange, { reply, body: wholeChat(context), sendError })
    return
  }
  await streamReply(exchange, { reply, encoder: chatLines(context) })
}
