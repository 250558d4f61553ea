import { allWords } from '../text/words.ts'

const hidden = '…'
/** Mail addresses, web addresses, logins such as first.last, and numbers of five digits and more. */
const shapes = [
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)*/gu,
  /\bhttps?:\/\/\S+/giu,
  /(?<![\p{L}\d.])\p{L}[\p{L}-]*\.\p{L}[\p{L}-]+\d*(?![\p{L}\d])/gu,
  /(?<!\dx|\w)\+?\d(?:[\s.-]?\d){4,}/gu,
]
const afterTitle = /\b(M\.|MM\.|Mme|Mlle|Monsieur|Madame|Dr|Docteur|Mr|Mrs|Ms)(\s+\p{L}[\p{L}'’-]*){1,2}/giu

/** Words in the middle that begin with a capital letter and are no abbreviation: names, unless the base knows them. */
export function capitalisedWords(query: string): string[] {
  return capitals(query).map(({ folded }) => folded)
}

function capitals(query: string) {
  return allWords(query).filter(({ from, to }) => /^\p{Lu}\p{Ll}/u.test(query.slice(from, to)))
}

/**
 * A question without what names a person: addresses, logins, long numbers, who follows a title, and capitalised words
 * that no document holds. Names in small letters cannot be told from other words.
 */
export function withoutPersonalData(query: string, known: ReadonlySet<string>): string {
  let text = ''
  let at = 0
  for (const { folded, from, to } of capitals(query)) {
    if (known.has(folded)) continue
    text += query.slice(at, from) + hidden
    at = to
  }
  text += query.slice(at)
  for (const shape of shapes) text = text.replace(shape, hidden)
  return text.replace(afterTitle, `$1 ${hidden}`).replace(/\s+/g, ' ').trim()
}
