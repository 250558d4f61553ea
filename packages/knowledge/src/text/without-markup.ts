import { allWords } from './words.ts'

/** An opening tag of HTML with attributes; "<login>" and "<name@host>" are text. */
const tag = /<[a-z][a-z\d]*\s[^<>=]*=[^<>]*>/gi

/**
 * A query without its HTML tags, as documents are read without theirs: the name of an anchor or of a picture is not
 * what is asked. A query of nothing else stays as it is.
 */
export function withoutMarkup(query: string): string {
  const text = query.replace(tag, ' ')
  return allWords(text).some(({ folded }) => folded.length > 1) ? text : query
}
