import type { Exchange } from '../exchange.ts'
import { sendWhole } from '../send-whole.ts'
import { streamReply } from '../stream-reply.ts'
import { chatEvents, wholeChat } from './chat-events.ts'
import { ChatBody } from './chat-request.ts'
import { checkMessages } from './check-messages.ts'
import { badRequest, errorBody, sendMistralFault } from './errors.ts'
import { findModel } from './find-model.ts'
import { validate } from './validate.ts'

/** POST /v1/chat/completions (protocols/mistral 1.1). Throws `MistralError` for what the API refuses. */
export async function chat(exchange: Exchange): Promise<void> {
  const { state, record, response } = exchange
  const body = validate(ChatBody, record.body)
  const model = findModel(state.catalogue, { name: body.model, kind: 'chat' })
  if (body.tools?.length && !model.hasTools) {
    throw badRequest('Function calling is not enabled for this model', {
      type: 'invalid_request_error',
      code: '3051',
    })
  }
  checkMessages(body)
  const reply = state.nextReply(record)
  if (reply.fault?.kind === 'status') {
    sendMistralFault(response, reply.fault)
    return
  }
  const context = { model: body.model, messages: body.messages, reply }
  if (body.stream) {
    await streamReply(exchange, { reply, encoder: chatEvents(context) })
    return
  }
  const sendError = (message: string) =>
    response.status(500).json(errorBody(message, { type: 'internal_server_error', code: '1000' }))
  await sendWhole(exchange, { reply, body: wholeChat(context), sendError })
}
