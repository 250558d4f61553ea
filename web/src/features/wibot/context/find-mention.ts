/** What is written after an `@` that begins a word. */
export interface Mention {
  /** Place of the `@`. */
  from: number
  /** Place behind what was written: the caret. */
  to: number
  query: string
}

const longest = 60
const mention = new RegExp(`(?:^|\\s)@((?:[^\\s@][^\\n@]{0,${longest}})?)$`)

/** The mention that the caret is in, null outside of one. An address such as a@b.fr is none. */
export function findMention(text: string, caret: number): Mention | null {
  const found = mention.exec(text.slice(0, caret))
  const query = found?.[1]
  if (query === undefined) return null
  return { from: caret - query.length - 1, to: caret, query: query.trim() }
}

/** The text without the mention, and where the caret stands then. */
export function withoutMention(text: string, { from, to }: Mention): { text: string; caret: number } {
  const before = text.slice(0, from)
  const after = text.slice(to)
  return { text: before + (/\s$|^$/.test(before) ? after.trimStart() : after), caret: from }
}
