/**
 * The part of a text from `offset` on, at most `limit` characters (UTF-16 units), never in the middle of a
 * character.
 * @returns `nextOffset` where the rest begins, null at the end
 */
export function cutText(
  text: string,
  { offset, limit }: { offset: number; limit: number },
): { part: string; nextOffset: number | null } {
  const start = isInsidePair(text, offset) ? offset + 1 : offset
  const wanted = start + limit
  const end = isInsidePair(text, wanted) ? wanted - 1 : wanted
  return { part: text.slice(start, end), nextOffset: end < text.length ? end : null }
}

/** A character beyond the basic plane takes two units. */
function isInsidePair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff
}
