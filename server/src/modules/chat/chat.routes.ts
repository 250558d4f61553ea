import { ConflictError, NotFoundError, SendMessage } from '@hub/contracts'
import { type Request, Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { requireUser, signedIn } from '../auth/index.ts'
import { conversationRoutes } from './conversations.routes.ts'
import { followStored } from './follow-stored.ts'
import { findOwnMessage, type MessageRow, requestStop } from './message.store.ts'
import { providerRoutes } from './providers/providers.routes.ts'
import { readTokenUsage } from './quota.ts'
import type { RunRegistry } from './run/run-registry.ts'
import { sendMessage } from './send-message.ts'
import { streamAnswer } from './stream-response.ts'
import { usageRoutes } from './usage/usage.routes.ts'

const messagesPerMinute = 30
const MessageId = z.object({ id: z.uuid() })

export function chatRoutes(ctx: ServerContext, registry: RunRegistry): Router {
  const router = Router()
  router.use(requireUser(ctx))
  router.use('/conversations', conversationRoutes(ctx))
  router.use('/providers', providerRoutes(ctx))
  router.use('/usage', usageRoutes(ctx))
  const perUser = ctx.limiter({
    name: 'chat',
    perMinute: messagesPerMinute,
    key: (req) => `user:${req.session?.user.id ?? 'none'}`,
  })

  router.post('/message', perUser, async (req, res) => {
    const input = validate(SendMessage, req.body)
    const run = await sendMessage(ctx, registry, { user: signedIn(req).user, input })
    streamAnswer(res, run.stream)
  })
  router.get('/messages/:id/stream', async (req, res) => {
    const message = await ownMessage(ctx, req)
    const run = registry.find(message.id)
    const lastId = lastEventIdOf(req)
    if (run?.stream.holds(lastId)) return streamAnswer(res, run.stream, lastId)
    await followStored(ctx, res, { id: message.id, userId: signedIn(req).user.id, lastId })
  })
  router.post('/messages/:id/stop', async (req, res) => {
    const message = await ownMessage(ctx, req)
    const run = registry.find(message.id)
    if (run && !run.stream.isEnded) run.stop.abort('stopped')
    else if (run || !(await requestStop(ctx.db, message.id)))
      throw new ConflictError('This answer has already ended', { reason: 'chat.not_running' })
    res.status(204).end()
  })
  router.get('/tokens', async (req, res) => {
    res.json(await readTokenUsage(ctx, signedIn(req).user.id))
  })
  return router
}

async function ownMessage(ctx: ServerContext, req: Request): Promise<MessageRow> {
  const { id } = validate(MessageId, req.params)
  const message = await findOwnMessage(ctx.db, { id, userId: signedIn(req).user.id })
  if (!message) throw new NotFoundError('There is no such message', { reason: 'chat.message' })
  return message
}

function lastEventIdOf(req: Request): number {
  const id = Number(req.get('last-event-id') ?? 0)
  return Number.isSafeInteger(id) && id >= 0 ? id : 0
}
