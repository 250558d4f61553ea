import { invalidParameter } from '../v2-error.ts'

/** One comparison of a filter; `value` is undefined when the filter ends before it. */
export interface Comparison {
  property: string
  operator: string
  value: string | undefined
}

export type RsqlToken = Comparison | '(' | ')' | ';' | ','

const closing: Record<string, string> = { '(': ')', '"': '"', "'": "'" }
const isStructure = (character: string) =>
  character === '(' || character === ')' || character === ';' || character === ','

/**
 * End of the value that starts at `start`. GLPI 11 does not honour a backslash here: the first closing quote ends
 * a quoted value, and the first `;`, `,` or `)` ends a bare one. The first character always belongs to the value.
 */
function endOfValue(query: string, start: number): number {
  const close = closing[query[start] ?? '']
  for (let at = start + 1; at < query.length; at += 1) {
    const character = query[at] ?? ''
    if (close !== undefined && character === close) return at + 1
    if (close === undefined && isStructure(character) && character !== '(') return at
  }
  return query.length
}

function readComparison(query: string, start: number): { token: Comparison; end: number } {
  const length = query.slice(start).search(/[=!]/)
  if (length < 0) throw invalidParameter('RSQL query is missing an operator', query.slice(start))
  const at = start + length
  const operatorEnd = query.indexOf('=', at + 1) + 1
  if (operatorEnd === 0)
    throw invalidParameter('RSQL query has an incomplete operator', query.slice(start, at))
  const [property, operator] = [query.slice(start, at), query.slice(at, operatorEnd)]
  if (operatorEnd >= query.length)
    return { token: { property, operator, value: undefined }, end: query.length }
  const end = endOfValue(query, operatorEnd)
  return { token: { property, operator, value: query.slice(operatorEnd, end) }, end }
}

/** Splits an RSQL filter the way GLPI 11 does (2.5); characters that mean nothing are passed over. */
export function tokenize(query: string): RsqlToken[] {
  const tokens: RsqlToken[] = []
  let at = 0
  while (at < query.length) {
    const character = query[at] ?? ''
    if (/[a-zA-Z0-9_.]/.test(character)) {
      const { token, end } = readComparison(query, at)
      tokens.push(token)
      at = end
      continue
    }
    if (character === '(' || character === ')' || character === ';' || character === ',')
      tokens.push(character)
    at += 1
  }
  const count = (wanted: RsqlToken) => tokens.filter((token) => token === wanted).length
  if (count('(') !== count(')')) throw invalidParameter('RSQL query has one or more unclosed groups')
  return tokens
}
