import type { Db, Tx } from '@hub/prisma'

export interface SpentTokens {
  userId: string
  mode: string
  provider: string
  model: string
  promptTokens: number
  completionTokens: number
  estimated: boolean
  now: Date
}

/**
 * Adds the tokens of one answer to the sums of its month and day (UTC), always locked in this order.
 * @returns the tokens of the month
 */
export async function addTokens(tx: Tx, spent: SpentTokens): Promise<number> {
  const { userId, mode, provider, model, promptTokens, completionTokens, estimated, now } = spent
  const day = now.toISOString().slice(0, 10)
  const month = `${day.slice(0, 7)}-01`
  const tokens = promptTokens + completionTokens
  const estimatedTokens = estimated ? tokens : 0
  const [sum] = await tx.$queryRaw<{ tokens: bigint }[]>`
    WITH month AS (
      INSERT INTO token_months AS t (user_id, month, tokens, estimated_tokens)
      VALUES (${userId}::uuid, ${month}::date, ${tokens}, ${estimatedTokens})
      ON CONFLICT (user_id, month) DO UPDATE SET
        tokens = t.tokens + EXCLUDED.tokens, estimated_tokens = t.estimated_tokens + EXCLUDED.estimated_tokens
      RETURNING tokens
    ), day AS (
      INSERT INTO token_days AS d (user_id, day, mode, provider, model, answers, prompt_tokens, completion_tokens,
                                   estimated_answers, estimated_tokens)
      SELECT ${userId}::uuid, ${day}::date, ${mode}, ${provider}, ${model}, 1, ${promptTokens}::bigint,
             ${completionTokens}::bigint, ${estimated ? 1 : 0}::bigint, ${estimatedTokens}::bigint
      FROM month
      ON CONFLICT (user_id, day, mode, provider, model) DO UPDATE SET
        answers = d.answers + 1, prompt_tokens = d.prompt_tokens + EXCLUDED.prompt_tokens,
        completion_tokens = d.completion_tokens + EXCLUDED.completion_tokens,
        estimated_answers = d.estimated_answers + EXCLUDED.estimated_answers,
        estimated_tokens = d.estimated_tokens + EXCLUDED.estimated_tokens)
    SELECT tokens FROM month`
  return Number(sum?.tokens ?? 0n)
}

/** Takes the tokens of one answer out of the sums that `addTokens` put them in at `now`. */
export async function takeBackTokens(tx: Tx, spent: SpentTokens): Promise<void> {
  const { userId, mode, provider, model, promptTokens, completionTokens, estimated, now } = spent
  const day = now.toISOString().slice(0, 10)
  const tokens = promptTokens + completionTokens
  const estimatedTokens = estimated ? tokens : 0
  await tx.$executeRaw`
    UPDATE token_months SET tokens = tokens - ${tokens}, estimated_tokens = estimated_tokens - ${estimatedTokens}
    WHERE user_id = ${userId}::uuid AND month = ${`${day.slice(0, 7)}-01`}::date`
  await tx.$executeRaw`
    UPDATE token_days SET answers = answers - 1, prompt_tokens = prompt_tokens - ${promptTokens},
      completion_tokens = completion_tokens - ${completionTokens},
      estimated_answers = estimated_answers - ${estimated ? 1 : 0},
      estimated_tokens = estimated_tokens - ${estimatedTokens}
    WHERE user_id = ${userId}::uuid AND day = ${day}::date AND mode = ${mode} AND provider = ${provider}
      AND model = ${model}`
}

export interface MonthOfTokens {
  used: number
  estimated: number
  /** The user's own quota; null when the setting of the server counts. */
  quota: number | null
}

/** The running sum of a user's month, and their quota: two rows by their keys, whatever was asked before. */
export async function readMonth(db: Db | Tx, key: { userId: string; month: Date }): Promise<MonthOfTokens> {
  const month = key.month.toISOString().slice(0, 10)
  const [row] = await db.$queryRaw<{ tokens: bigint; estimated: bigint; quota: bigint | null }[]>`
    SELECT COALESCE(t.tokens, 0) AS tokens, COALESCE(t.estimated_tokens, 0) AS estimated, u.monthly_tokens AS quota
    FROM users u LEFT JOIN token_months t ON t.user_id = u.id AND t.month = ${month}::date
    WHERE u.id = ${key.userId}::uuid`
  return {
    used: Number(row?.tokens ?? 0n),
    estimated: Number(row?.estimated ?? 0n),
    quota: row?.quota === null || row?.quota === undefined ? null : Number(row.quota),
  }
}
