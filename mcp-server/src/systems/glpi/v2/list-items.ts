import { readShape } from '@hub/kernel'
import { z } from 'zod'
import { allOf, type Filter } from './rsql.ts'
import type { V2Transport } from './transport.ts'

export interface ListRequest<Item> {
  path: string
  item: z.ZodType<Item>
  /** In plain words, for the error sentence: "the tickets". */
  what: string
  filters: Filter[]
  /** `property:asc` or `property:desc`. */
  sort?: string
  limit: number
  start?: number
  entityId?: number | undefined
  signal?: AbortSignal | undefined
}

const pageSize = 100

/** The first items of a collection and how many there are (protocol section 2.4); 200 and 206 are the same to us. */
export async function listItems<Item>(
  transport: V2Transport,
  { path, item, what, filters, sort, limit, start = 0, entityId, signal }: ListRequest<Item>,
): Promise<{ items: Item[]; total: number }> {
  const filter = allOf(filters)
  const answer = await transport.call({
    path,
    query: { ...(filter !== '' && { filter }), ...(sort !== undefined && { sort }), start, limit },
    entityId,
    signal,
  })
  const items = readShape(z.array(item), answer.data, { system: 'GLPI', what })
  return { items, total: totalOf(answer.headers) ?? start + items.length }
}

/** Every item of a collection, at most `limit` of them; `total` says whether there are more. */
export async function listAll<Item extends { id: number }>(
  transport: V2Transport,
  request: ListRequest<Item>,
): Promise<{ items: Item[]; total: number }> {
  const items = new Map<number, Item>()
  for (let start = 0; ; start += pageSize) {
    const limit = Math.min(pageSize, request.limit - start)
    const page = await listItems(transport, { ...request, start, limit })
    // An item that comes meanwhile pushes others to the next page: they come twice, none is lost.
    for (const item of page.items) items.set(item.id, item)
    const next = start + pageSize
    if (page.items.length === 0 || next >= page.total || next >= request.limit) {
      return { items: [...items.values()], total: page.total }
    }
  }
}

/** `Content-Range: 0-49/200`; what stands before the slash is not reliable. */
function totalOf(headers: Headers): number | undefined {
  const total = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1]
  return total === undefined ? undefined : Number(total)
}
