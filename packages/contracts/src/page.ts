import { z } from 'zod'

/** A list answer: `nextCursor` is null on the last page (DESIGN section 6). */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

export const PageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type PageQuery = z.infer<typeof PageQuery>

/** For lists that a screen reads whole: longer pages. */
export const LongPageQuery = PageQuery.extend({
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type LongPageQuery = z.infer<typeof LongPageQuery>
