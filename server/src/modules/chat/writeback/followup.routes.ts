import { ConflictError, type Conversation, ValidationError, WriteFollowup } from '@hub/contracts'
import { type Request, Router } from 'express'
import type { ServerContext } from '../../../context.ts'
import { perUserLimit } from '../../../http/per-user-limit.ts'
import { validate } from '../../../http/validate.ts'
import { signedIn } from '../../auth/index.ts'
import { findInTree } from '../branches/find-in-tree.ts'
import { readConversation } from '../conversation.store.ts'
import type { MessageRow } from '../message.store.ts'
import { ownMessage } from '../own-message.ts'
import { contentOf, writeFollowup } from './write-followup.ts'

const writesPerMinute = 20
const previewsPerMinute = 60

/** Answers that are written back to their ticket. */
export function followupRoutes(ctx: ServerContext): Router {
  const router = Router()
  const limit = perUserLimit(ctx, { name: 'followup', perMinute: writesPerMinute })
  const commandOf = async (req: Request, input: WriteFollowup) => {
    const message = await ownMessage(ctx, req)
    const { user } = signedIn(req)
    const id = input.conversationId ?? message.conversationId
    const conversation = await readConversation(ctx.db, { id, userId: user.id })
    await findInTree(ctx.db, conversation, { id: message.id })
    assertAnswer(message)
    const ticketId = input.ticketId ?? boundTicket(conversation)
    return { user, message, conversation, ticketId }
  }
  const previews = perUserLimit(ctx, { name: 'followup-preview', perMinute: previewsPerMinute })
  router.post('/:id/followup/preview', previews, async (req, res) => {
    const command = await commandOf(req, validate(WriteFollowup, req.body))
    res.json({ ticketId: command.ticketId, content: contentOf(command) })
  })
  router.post('/:id/followup', limit, async (req, res) => {
    res.json(await writeFollowup(ctx, await commandOf(req, validate(WriteFollowup, req.body))))
  })
  return router
}

/** @throws ConflictError for anything but an ended answer with a text */
function assertAnswer({ role, kind, status, content }: MessageRow): void {
  const isAnswer = role === 'assistant' && kind === 'message' && content.trim() !== ''
  if (!isAnswer || status === 'streaming')
    throw new ConflictError('Only an ended answer is written to a ticket', { reason: 'chat.no_answer' })
}

function boundTicket({ binding }: Conversation): number {
  if (binding?.kind === 'ticket') return Number(binding.id)
  throw new ValidationError('Which ticket?', {
    reason: 'chat.followup_ticket',
    fields: [{ path: 'ticketId', message: 'is needed: the conversation is bound to no ticket' }],
  })
}
