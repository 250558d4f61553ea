import { plainLine } from '../alerts/plain-text.ts'
import type { DiagSign } from '../verdict/evidence.ts'
import { type DiagRule, diagRules } from './diag-rules.ts'
import { ownWords } from './own-words.ts'

export interface DiagAnswer {
  /** The answer carries the word `#DIAG` outside what it quotes. */
  isDiag: boolean
  /** Each sign once, with the words that told it. Only these signs leave the text: nothing in it is obeyed. */
  signs: { sign: DiagSign; quote: string }[]
}

const opposites: readonly (readonly [DiagSign, DiagSign])[] = [
  ['no_power', 'power_ok'],
  ['box_off', 'box_on'],
  ['works_again', 'still_down'],
]
const maxQuote = 120
const maxText = 20_000
const negation = /(?:^|[\s'])(?:pas|aucune?|jamais|sans|not?|never|without|\w+n't)(?:\s|$)/

/**
 * What a `#DIAG` answer of a client tells, in French or English, from free text: lights, power, cables, restarts,
 * others affected. Negations are read; where the text says both of two opposites, neither is kept.
 */
export function parseDiagAnswer(text: string): DiagAnswer {
  const words = ownWords(text.slice(0, maxText))
  const isDiag = /#\s?diag\b/i.test(words)
  const found = new Map<DiagSign, string>()
  for (const clause of clausesOf(words.replace(/#\s?diag\b/gi, '. ')))
    for (const { sign, quote } of signsOf(clause)) if (!found.has(sign)) found.set(sign, quote)
  for (const [a, b] of opposites) {
    if (!found.has(a) || !found.has(b)) continue
    found.delete(a)
    found.delete(b)
  }
  return { isDiag, signs: [...found].map(([sign, quote]) => ({ sign, quote })) }
}

function clausesOf(text: string): string[] {
  return text
    .split(/[.;!?\n\r,:]+|\s(?:mais|but|par contre|however|et|and|car|because)\s/i)
    .map(plainLine)
    .filter((clause) => clause !== '')
}

function signsOf(clause: string): { sign: DiagSign; quote: string }[] {
  const text = simplified(clause)
  const quote = clause.slice(0, maxQuote)
  const signs = new Map<DiagSign, true>()
  for (const rule of diagRules) {
    const sign = meaningOf(rule, text)
    if (sign !== null) signs.set(sign, true)
  }
  // A dead box has its lights off too; red is said of a box that has power.
  if (signs.has('box_off')) signs.delete('box_red')
  if (signs.has('box_red')) signs.delete('box_on')
  if (signs.has('others_affected')) signs.delete('still_down')
  if (signs.has('box_restarted')) signs.delete('cable_unplugged')
  if (signs.has('no_power'))
    for (const other of ['power_ok', 'works_again', 'still_down'] as const) signs.delete(other)
  return [...signs.keys()].map((sign) => ({ sign, quote }))
}

function meaningOf({ pattern, sign, negated, isWhole }: DiagRule, text: string): DiagSign | null {
  const match = pattern.exec(text)
  if (match === null) return null
  if (isWhole) return sign
  const upToEnd = text.slice(0, match.index + match[0].length)
  const after = text.slice(match.index + match[0].length)
  const isNegated = negation.test(upToEnd) || /^ (?:pas|plus|not)\b/.test(after)
  return isNegated ? negated : sign
}

function simplified(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .toLowerCase()
}
