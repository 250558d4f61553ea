import {
  ChatMode,
  type ChatUsage,
  ForbiddenError,
  hasAccreditation,
  LimitExceededError,
  longestUsageDays,
  UsageQuery,
  type UsageRow,
  type User,
  ValidationError,
} from '@hub/contracts'
import { Router } from 'express'
import type { ServerContext } from '../../../context.ts'
import { validate } from '../../../http/validate.ts'
import { signedIn } from '../../auth/index.ts'
import { readTokenUsage } from '../quota.ts'
import { listTokenDays, type TokenDayRow } from './token-days.store.ts'

const dayMs = 86_400_000
/** A year of one person, or some months of everybody. */
const maxRows = 20_000

/** What one used by day, mode and model; anybody's for N4. */
export function usageRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.get('/', async (req, res) => {
    res.json(await readUsage(ctx, signedIn(req).user, validate(UsageQuery, req.query)))
  })
  return router
}

async function readUsage(ctx: ServerContext, user: User, query: UsageQuery): Promise<ChatUsage> {
  const asked = query.userId ?? user.id
  if (asked !== user.id && !hasAccreditation(user.accreditation, 'N4'))
    throw new ForbiddenError('Only N4 may see the usage of others', {
      reason: 'auth.accreditation',
      params: { needed: 'N4' },
    })
  const isAll = asked === 'all'
  const { from, to } = periodOf(query, ctx.clock.now())
  const rows = await listTokenDays(ctx.db, { userId: isAll ? null : asked, from, to, limit: maxRows + 1 })
  if (rows.length > maxRows)
    throw new LimitExceededError('Ask for a shorter period', { reason: 'chat.usage_rows' })
  const items = rows.map((row) => present(row, isAll))
  return { from, to, items, total: totalOf(items), month: isAll ? null : await readTokenUsage(ctx, asked) }
}

function periodOf(query: UsageQuery, now: Date): { from: string; to: string } {
  const to = query.to ?? now.toISOString().slice(0, 10)
  const from = query.from ?? `${to.slice(0, 7)}-01`
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1
  if (days >= 1 && days <= longestUsageDays) return { from, to }
  throw new ValidationError('The period does not fit', {
    reason: 'chat.usage_period',
    params: { days: longestUsageDays },
    fields: [{ path: 'from', message: `must be before "to", by ${longestUsageDays} days at most` }],
  })
}

function present(row: TokenDayRow, isAll: boolean): UsageRow {
  const { userId, displayName, mode, provider, model, answers, estimatedAnswers } = row
  return {
    ...(isAll && { userId, displayName }),
    day: row.day.toISOString().slice(0, 10),
    mode: ChatMode.parse(mode),
    provider,
    model,
    answers,
    promptTokens: Number(row.promptTokens),
    completionTokens: Number(row.completionTokens),
    estimatedAnswers,
    estimatedTokens: Number(row.estimatedTokens),
  }
}

function totalOf(items: UsageRow[]): ChatUsage['total'] {
  const total = { answers: 0, promptTokens: 0, completionTokens: 0, estimatedAnswers: 0, estimatedTokens: 0 }
  for (const item of items) {
    total.answers += item.answers
    total.promptTokens += item.promptTokens
    total.completionTokens += item.completionTokens
    total.estimatedAnswers += item.estimatedAnswers
    total.estimatedTokens += item.estimatedTokens
  }
  return total
}
