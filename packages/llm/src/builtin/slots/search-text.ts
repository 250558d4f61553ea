import { unaccent } from './unaccent.ts'

const quoted = /["«“]\s*([^"»”]{2,80}?)\s*["»”]/
const introduced =
  /\b(?:(?:qui )?parl\w+ (?:de l'|de la |du |des |de |d')|concern\w+ (?:les? |la |l')?|mentionn\w+ (?:les? |la |l')?|conten\w+ (?:les? mots? )?|contain\w* (?:the words? )?|mentioning |regarding |about (?:the )?|with the words? |(?:tickets?|incidents?) sur (?:la |le |les |l')?)\s*/
const end =
  /[?!;:]|\s(?:chez|a la|a l'|au|at|for|from|pour|svp|stp|please|depuis|since|ouverts?|en cours)(?=\s|$)/

/** The words that tickets are searched by: quoted, or after "about", "qui parlent de". */
export function findSearchText(sentence: string): string | undefined {
  const quote = quoted.exec(sentence)?.[1]
  if (quote) return quote
  const text = sentence.normalize('NFC')
  const plain = unaccent(text)
  const start = introduced.exec(plain)
  if (!start) return undefined
  const from = start.index + start[0].length
  const stop = end.exec(plain.slice(from))
  const found = text.slice(from, stop ? from + stop.index : undefined).replace(/[.,\s]+$/, '')
  return found.length < 2 ? undefined : found
}
