import { readShape } from '@hub/kernel'
import { z } from 'zod'
import type { GlpiAccount } from '../account.ts'
import { missingTicket } from '../client/read-ticket.ts'
import type { EntryList, ListDepth, TimelineEntry } from '../domain/timeline.ts'
import { hasMarker, splitMarker } from '../format/marker.ts'
import { toPlainText } from '../format/rich-text.ts'
import { type EntryItem, ItemCreated } from './schemas.ts'
import type { V2Transport } from './transport.ts'

const newestCount = 200
/** The timeline gives this many entries of a kind, those with the lowest ids, and no page after them. */
const pageSize = 1000

export type EntryKind = 'Followup' | 'Task' | 'Solution'

interface TimelineRequest<Item> {
  ticketId: number
  kind: EntryKind
  item: z.ZodType<Item>
  depth: ListDepth
  signal?: AbortSignal | undefined
}

/** Entries of one kind of a ticket, newest first (protocol section 2.4). */
export async function listTimeline<Item extends { id: number }>(
  transport: V2Transport,
  request: TimelineRequest<Item>,
): Promise<EntryList<Item>> {
  const items: Item[] = []
  for (let after = 0; ; ) {
    const page = await readPage(transport, request, after)
    items.push(...page)
    const last = Math.max(after, ...page.map(({ id }) => id))
    if (page.length < pageSize || last === after) break
    after = last
  }
  items.sort((a, b) => b.id - a.id)
  const rows = request.depth === 'newest' ? items.slice(0, newestCount) : items
  return { rows, isComplete: rows.length === items.length }
}

async function readPage<Item>(
  transport: V2Transport,
  { ticketId, kind, item, signal }: TimelineRequest<Item>,
  after: number,
): Promise<Item[]> {
  const answer = await transport.call({
    path: `/Assistance/Ticket/${ticketId}/Timeline/${kind}`,
    ...(after > 0 && { query: { filter: `id=gt=${after}` } }),
    missing: missingTicket(ticketId),
    signal,
  })
  // An empty timeline is an empty list; each entry stands beside the name of its kind.
  const Entries = z.array(z.object({ type: z.literal(kind), item }))
  return readShape(Entries, answer.data, { system: 'GLPI', what: 'the thread' }).map((entry) => entry.item)
}

/** Writes one entry. Out: its id. @throws ConflictError `glpi.refused` */
export async function addToTimeline(
  transport: V2Transport,
  { ticketId, kind, body }: { ticketId: number; kind: EntryKind; body: Record<string, unknown> },
  signal?: AbortSignal,
): Promise<number> {
  const answer = await transport.call({
    method: 'POST',
    path: `/Assistance/Ticket/${ticketId}/Timeline/${kind}`,
    body,
    missing: missingTicket(ticketId),
    signal,
  })
  return readShape(ItemCreated, answer.data, { system: 'GLPI', what: 'the new entry' }).id
}

/** Items as entries; whose account they are from is asked only when one carries a marker. */
export async function toEntries<Item extends EntryItem & { is_private: boolean }>(
  items: Item[],
  account: GlpiAccount,
): Promise<{ item: Item; entry: TimelineEntry }[]> {
  const plain = items.map((item) => ({ item, text: toPlainText(item.content) }))
  const ownId = plain.some(({ text }) => hasMarker(text)) ? await account.id() : null
  return plain.map(({ item, text }) => {
    const authorId = item.user?.id ?? 0
    const at = item.date ?? item.date_creation
    const isOwn = authorId === ownId
    return {
      item,
      entry: { id: item.id, authorId, at, isPrivate: item.is_private, ...splitMarker(text, isOwn) },
    }
  })
}
