import { ConflictError, SendMessage } from '@hub/contracts'
import { type Request, type Response, Router } from 'express'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { requireUser, signedIn } from '../auth/index.ts'
import { attachmentRoutes } from './attachments/attachments.routes.ts'
import { contextRoutes } from './binding/context.routes.ts'
import { messageBranchRoutes } from './branches/message-branch.routes.ts'
import { conversationRoutes } from './conversations.routes.ts'
import { followStored } from './follow-stored.ts'
import { requestStop } from './message.store.ts'
import { ownMessage } from './own-message.ts'
import { providerRoutes } from './providers/providers.routes.ts'
import { readTokenUsage } from './quota.ts'
import type { RunRegistry } from './run/run-registry.ts'
import { type StartedAnswer, sendMessage } from './send-message.ts'
import { streamAnswer } from './stream-response.ts'
import { Followers } from './streams/followers.ts'
import { usageRoutes } from './usage/usage.routes.ts'
import { followupRoutes } from './writeback/followup.routes.ts'

const messagesPerMinute = 30

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

  const followers = new Followers()
  const tell = async (req: Request, res: Response, { messageId, run }: StartedAnswer) => {
    if (run) return await streamAnswer(res, run.stream)
    await followStored(ctx, res, { id: messageId, userId: signedIn(req).user.id, followers })
  }
  router.use('/attachments', attachmentRoutes(ctx))
  router.use('/context', contextRoutes(ctx))
  router.use('/messages', messageBranchRoutes(ctx, { registry, limit: perUser, tell }))
  router.use('/messages', followupRoutes(ctx))

  router.post('/message', perUser, async (req, res) => {
    const input = validate(SendMessage, req.body)
    await tell(req, res, await sendMessage(ctx, registry, { user: signedIn(req).user, input }))
  })
  router.get('/messages/:id/stream', async (req, res) => {
    const message = await ownMessage(ctx, req)
    const run = registry.find(message.id)
    const lastId = lastEventIdOf(req)
    if (run?.stream.holds(lastId)) return await streamAnswer(res, run.stream, lastId)
    await followStored(ctx, res, { id: message.id, userId: signedIn(req).user.id, lastId, followers })
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

function lastEventIdOf(req: Request): number {
  const id = Number(req.get('last-event-id') ?? 0)
  return Number.isSafeInteger(id) && id >= 0 ? id : 0
}
