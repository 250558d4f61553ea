import { type ChatMessage, ChatMessagePage, type ToolCallRecord } from '@hub/contracts'
import { type InfiniteData, infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'

type Pages = InfiniteData<ChatMessagePage, unknown>

function readPage(conversationId: string, cursor?: string, signal?: AbortSignal): Promise<ChatMessagePage> {
  const path = `/api/chat/conversations/${encodeURIComponent(conversationId)}/messages`
  return api.get(path, ChatMessagePage, { query: { cursor, limit: 50 }, ...(signal ? { signal } : {}) })
}

/** Messages of a conversation: the first page is the newest, each next page is older. */
export function messagesQuery(conversationId: string) {
  return infiniteQueryOptions({
    queryKey: ['chat-messages', conversationId],
    queryFn: ({ signal, pageParam }) => readPage(conversationId, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // Old pages do not change: only the newest is read again, by refreshNewest.
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Every message of the pages read, oldest first, each once. */
export function inOrder(pages: readonly ChatMessagePage[]): ChatMessage[] {
  const byId = new Map(
    pages.toReversed().flatMap((page) => page.items.map((item) => [item.id, item] as const)),
  )
  return [...byId.values()]
}

/** Reads the newest messages again and keeps the older ones as they are. Throws ApiError. */
export async function refreshNewest(client: QueryClient, conversationId: string): Promise<void> {
  const newest = await readPage(conversationId)
  client.setQueryData(messagesQuery(conversationId).queryKey, (known) => mergeNewest(known, newest))
}

/** Puts a newly read first page over the known ones; a page too far from them replaces them all. */
export function mergeNewest(known: Pages | undefined, newest: ChatMessagePage): Pages {
  const [first, ...older] = known?.pages ?? []
  const [oldest] = newest.items
  const shared = first && oldest ? sharedPart(first.items, oldest) : -1
  if (!known || !first || shared < 0) return { pages: [newest], pageParams: [undefined] }
  const kept = first.items.slice(0, shared)
  const merged = { items: [...kept, ...newest.items], nextCursor: first.nextCursor }
  return { pages: [merged, ...older], pageParams: known.pageParams }
}

/** How many known messages come before `oldest` on its branch: what follows them may be of another one. */
function sharedPart(known: ChatMessage[], oldest: ChatMessage): number {
  const at = known.findIndex(({ id }) => id === oldest.id)
  if (at >= 0) return at
  const parentAt = known.findIndex(({ id }) => id === oldest.parentId)
  return parentAt < 0 ? -1 : parentAt + 1
}

/** Adds the record of a call to a message that is read, in place of an earlier one of the same call. */
export function putToolCall(
  client: QueryClient,
  conversationId: string,
  { messageId, call }: { messageId: string; call: ToolCallRecord },
): void {
  const put = (item: ChatMessage): ChatMessage => {
    if (item.id !== messageId) return item
    return { ...item, toolCalls: [...item.toolCalls.filter(({ callId }) => callId !== call.callId), call] }
  }
  client.setQueryData(
    messagesQuery(conversationId).queryKey,
    (known) =>
      known && { ...known, pages: known.pages.map((page) => ({ ...page, items: page.items.map(put) })) },
  )
}

const mostPages = 10
const keptPages = 4

/** Lets the oldest pages go once many were read: the reader is back at the newest messages. */
export function forgetOldest(client: QueryClient, conversationId: string): void {
  client.setQueryData(messagesQuery(conversationId).queryKey, newestPages)
}

/** The newest pages when there are many, else all of them. */
export function newestPages(known: Pages | undefined): Pages | undefined {
  if (!known || known.pages.length <= mostPages) return known
  return { pages: known.pages.slice(0, keptPages), pageParams: known.pageParams.slice(0, keptPages) }
}
