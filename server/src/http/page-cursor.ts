import { z } from 'zod'

/** A place in a list that is ordered by time, then by a key: milliseconds and the key. */
export function timeCursor<T>(key: z.ZodType<T>) {
  return z
    .string()
    .max(200)
    .transform((text, ctx): { at: Date; key: T } => {
      const split = text.indexOf('_')
      const [ms, rest] = split < 0 ? [text, undefined] : [text.slice(0, split), text.slice(split + 1)]
      const at = new Date(/^\d{1,16}$/.test(ms) ? Number(ms) : Number.NaN)
      const parsed = key.safeParse(rest)
      if (parsed.success && !Number.isNaN(at.getTime())) return { at, key: parsed.data }
      ctx.addIssue({ code: 'custom', message: 'is no place in this list' })
      return z.NEVER
    })
}

/** Number of a row, as its column holds it. */
export const RowNumber = z.coerce.number().int().positive().max(2_147_483_647)

export function writeTimeCursor(at: Date, key: string | number): string {
  return `${at.getTime()}_${key}`
}

/**
 * A page of a list that is ordered by time, out of rows of which one more was read than it holds.
 * @param page.placeOf where a row stands in the list
 */
export function timePage<Row>(
  rows: readonly Row[],
  { limit, placeOf }: { limit: number; placeOf: (row: Row) => { at: Date | string; key: string | number } },
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  if (last === undefined) return { items, nextCursor: null }
  const { at, key } = placeOf(last)
  return { items, nextCursor: writeTimeCursor(new Date(at), key) }
}
