import { CreateConversation, PageQuery, ShowBranch, UpdateConversation } from '@hub/contracts'
import { type Request, Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { perUserLimit } from '../../http/per-user-limit.ts'
import { validate } from '../../http/validate.ts'
import { signedIn } from '../auth/index.ts'
import { showBranch } from './branches/show-branch.ts'
import {
  changeConversation,
  deleteConversation,
  insertConversation,
  readConversation,
  restoreConversation,
} from './conversation.store.ts'
import { exportRoutes } from './export/export.routes.ts'
import { readMessagePage } from './list-messages.ts'
import { readConversationPage } from './read-conversation-page.ts'

const ConversationId = z.object({ id: z.uuid() })
/** A message's place is its rank. */
const MessagePageQuery = PageQuery.extend({
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt)
    .optional(),
})
const defaultTitle = { fr: 'Nouvelle conversation', en: 'New conversation' }
const createdPerMinute = 60
const searchesPerMinute = 120

/** The caller's own conversations; anybody else's look like none. */
export function conversationRoutes(ctx: ServerContext): Router {
  const router = Router()
  const keyOf = (req: Request) => ({
    id: validate(ConversationId, req.params).id,
    userId: signedIn(req).user.id,
  })
  router.use(exportRoutes(ctx))

  const searches = perUserLimit(ctx, { name: 'searches', perMinute: searchesPerMinute })
  router.get('/', searches, async (req, res) => {
    res.json(await readConversationPage(ctx.db, { userId: signedIn(req).user.id, query: req.query }))
  })
  const created = perUserLimit(ctx, { name: 'conversations', perMinute: createdPerMinute })
  router.post('/', created, async (req, res) => {
    const { title, mode, binding } = validate(CreateConversation, req.body)
    const { id: userId, locale } = signedIn(req).user
    const named = { userId, title: title ?? defaultTitle[locale], mode, binding, now: ctx.clock.now() }
    res.status(201).json(await insertConversation(ctx.db, named))
  })
  router.get('/:id', async (req, res) => {
    res.json(await readConversation(ctx.db, keyOf(req)))
  })
  router.patch('/:id', async (req, res) => {
    const change = validate(UpdateConversation, req.body)
    res.json(await changeConversation(ctx.db, keyOf(req), { change, now: ctx.clock.now() }))
  })
  router.delete('/:id', async (req, res) => {
    await deleteConversation(ctx.db, keyOf(req), ctx.clock.now())
    res.status(204).end()
  })
  router.post('/:id/restore', async (req, res) => {
    res.json(await restoreConversation(ctx.db, keyOf(req)))
  })
  router.put('/:id/leaf', async (req, res) => {
    const { messageId } = validate(ShowBranch, req.body)
    res.json(await showBranch(ctx, keyOf(req), messageId))
  })
  router.get('/:id/messages', async (req, res) => {
    const { cursor: before, limit } = validate(MessagePageQuery, req.query)
    const conversation = await readConversation(ctx.db, keyOf(req))
    res.json(await readMessagePage(ctx.db, conversation, { before, limit }))
  })
  return router
}
