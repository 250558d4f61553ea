/** One page of a list of the Hub. */
interface Page<T> {
  items: T[]
  nextCursor: string | null
}

/**
 * Reads a list page after page, each thing once: one that moves while it is read stands where it was read first.
 * @param keyOf what tells one thing from another
 */
export async function readAllPages<T>(
  readPage: (query: { limit: number; cursor: string | undefined }) => Promise<Page<T>>,
  keyOf: (item: T) => string,
): Promise<Page<T>> {
  const items = new Map<string, T>()
  let cursor: string | undefined
  do {
    const page = await readPage({ limit: longestPage, cursor })
    for (const item of page.items) if (!items.has(keyOf(item))) items.set(keyOf(item), item)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return { items: [...items.values()], nextCursor: null }
}

const longestPage = 200
