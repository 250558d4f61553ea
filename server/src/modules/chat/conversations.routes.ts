import {
  type ChatMessagePage,
  type ConversationPage,
  CreateConversation,
  PageQuery,
  UpdateConversation,
  ValidationError,
} from '@hub/contracts'
import { type Request, Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { signedIn } from '../auth/index.ts'
import {
  changeConversation,
  deleteConversation,
  insertConversation,
  listConversations,
  readConversation,
} from './conversation.store.ts'
import { listExecutions, listMessages } from './message.store.ts'
import { presentMessage } from './present-message.ts'

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

/** The caller's own conversations; anybody else's look like none. */
export function conversationRoutes(ctx: ServerContext): Router {
  const router = Router()
  const keyOf = (req: Request) => ({
    id: validate(ConversationId, req.params).id,
    userId: signedIn(req).user.id,
  })

  router.get('/', async (req, res) => {
    const { cursor, limit } = validate(PageQuery, req.query)
    const before = cursor === undefined ? undefined : readCursor(cursor)
    const rows = await listConversations(ctx.db, { userId: signedIn(req).user.id, before, limit: limit + 1 })
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    const nextCursor = rows.length > limit && last ? `${last.updatedAt}_${last.id}` : null
    const page: ConversationPage = { items, nextCursor }
    res.json(page)
  })
  router.post('/', async (req, res) => {
    const { title, mode } = validate(CreateConversation, req.body)
    const { id: userId, locale } = signedIn(req).user
    const named = { userId, title: title ?? defaultTitle[locale], mode, now: ctx.clock.now() }
    res.status(201).json(await insertConversation(ctx.db, named))
  })
  router.get('/:id', async (req, res) => {
    res.json(await readConversation(ctx.db, keyOf(req)))
  })
  router.patch('/:id', async (req, res) => {
    res.json(await changeConversation(ctx.db, keyOf(req), validate(UpdateConversation, req.body)))
  })
  router.delete('/:id', async (req, res) => {
    await deleteConversation(ctx.db, keyOf(req), ctx.clock.now())
    res.status(204).end()
  })
  router.get('/:id/messages', async (req, res) => {
    const { cursor: before, limit } = validate(MessagePageQuery, req.query)
    const { id: conversationId } = await readConversation(ctx.db, keyOf(req))
    const rows = await listMessages(ctx.db, { conversationId, before, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const executions = await listExecutions(
      ctx.db,
      shown.map((row) => row.id),
    )
    const nextCursor = rows.length > limit ? String(shown.at(-1)?.rank) : null
    const items = shown.reverse().map((row) => presentMessage(row, executions))
    const page: ChatMessagePage = { items, nextCursor }
    res.json(page)
  })
  return router
}

function readCursor(cursor: string): { updatedAt: Date; id: string } {
  const [at, id] = cursor.split('_')
  const parsed = z.object({ at: z.iso.datetime(), id: z.uuid() }).safeParse({ at, id })
  if (!parsed.success)
    throw new ValidationError('Wrong cursor', {
      reason: 'input.fields',
      params: { fields: 'cursor' },
      fields: [{ path: 'cursor', message: 'is not a cursor of this list' }],
    })
  return { updatedAt: new Date(parsed.data.at), id: parsed.data.id }
}
