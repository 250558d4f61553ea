import { NotFoundError } from '@hub/contracts'
import type { Request } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { signedIn } from '../auth/index.ts'
import { findOwnMessage, type MessageRow } from './message.store.ts'

const MessageId = z.object({ id: z.uuid() })

/**
 * The message that a request names in its path.
 * @throws NotFoundError unless the caller owns it
 */
export async function ownMessage(ctx: ServerContext, req: Request): Promise<MessageRow> {
  const { id } = validate(MessageId, req.params)
  const message = await findOwnMessage(ctx.db, { id, userId: signedIn(req).user.id })
  if (!message) throw new NotFoundError('There is no such message', { reason: 'chat.message' })
  return message
}
