import type { Db } from '@hub/prisma'

export interface TokenDayRow {
  userId: string
  displayName: string
  day: Date
  mode: string
  provider: string
  model: string
  answers: number
  promptTokens: bigint
  completionTokens: bigint
  estimatedAnswers: number
  estimatedTokens: bigint
}

/** Sums by day, mode and model of one person, or of all, newest first; days in UTC, both included. */
export async function listTokenDays(
  db: Db,
  period: { userId: string | null; from: string; to: string; limit: number },
): Promise<TokenDayRow[]> {
  const { userId, from, to, limit } = period
  const days = { gte: new Date(from), lte: new Date(to) }
  const rows = await db.tokenDay.findMany({
    where: { day: days, ...(userId ? { userId } : {}) },
    orderBy: [{ day: 'desc' }, { userId: 'asc' }, { mode: 'asc' }, { provider: 'asc' }, { model: 'asc' }],
    take: limit,
  })
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.userId))] } },
    select: { id: true, displayName: true },
  })
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]))
  return rows.map((row) => ({ ...row, displayName: names.get(row.userId) ?? '' }))
}
