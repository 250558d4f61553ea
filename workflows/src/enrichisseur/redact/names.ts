import { fold } from '../../support/text/fold.ts'
import { firstNames } from './first-names.ts'
import { marks } from './shapes.ts'
import { spreadNames, title, type Verdict, type Word } from './spread-names.ts'
import { isOrdinary, isProper, mayBegin } from './vocabulary.ts'

const capital = /^\p{Lu}/u
const hidden = '[...]'

/**
 * Leaves out what may name a person: the known people of the ticket, first names with what stands beside them, what
 * follows a title, words with a capital that are no product, and words that the vocabulary has never seen.
 */
export function redactNames(
  text: string,
  known: ReadonlySet<string>,
): { text: string; names: number; unknown: number } {
  const words = wordsOf(text)
  const isShouted = shouts(text)
  const verdicts = words.map((word) => judge(word, known, isShouted))
  spreadNames({ words, text, isShouted }, verdicts)
  return write(text, words, verdicts)
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\[[^\]\s]+\]|[\p{L}\p{M}\d_]+(?:[.-][\p{L}\d]+)*/gu)].map(
    ({ 0: word, index }) => ({
      text: word,
      from: index,
      to: index + word.length,
      begins: /(?:^|[.!?:;\n•*>«"(]|\s-\s|\n\s*[-–\d.)]+)\s*(?:\p{L}{1,2}['’])?$/u.test(
        text.slice(Math.max(0, index - 12), index),
      ),
    }),
  )
}

function judge({ text, begins }: Word, known: ReadonlySet<string>, isShouted: boolean): Verdict {
  if (/^\[|^\d+$/.test(text)) return 'keep'
  const parts = text.split(/[.-]/)
  if (parts.length > 1) return judgeJoined(text, parts, known)
  const folded = fold(text)
  if (known.has(folded)) return 'name'
  if (title.test(folded)) return 'keep'
  if (/\d/.test(text)) return isOddName(text) ? 'unknown' : 'keep'
  if (isProper(text)) return 'keep'
  if (firstNames.has(folded)) return 'name'
  if (text.length === 1) return 'keep'
  if (!capital.test(text)) return isOrdinary(text) ? 'keep' : 'unknown'
  if (isShouted && text === text.toUpperCase()) return mayBegin(text) ? 'keep' : 'name'
  return begins && mayBegin(text) ? 'keep' : 'name'
}

/** `jean.dupont`, `Jean-Pierre`, `wi-fi`, `pare-feu`. */
function judgeJoined(text: string, parts: readonly string[], known: ReadonlySet<string>): Verdict {
  const isKept = parts.every((part) => {
    const folded = fold(part)
    if (known.has(folded) || firstNames.has(folded)) return false
    return /^\d+$/.test(part) || part.length === 1 || isOrdinary(part) || isProper(part)
  })
  if (isKept) return 'keep'
  if (/\d/.test(text) && !/\p{L}{4}/u.test(text) && !parts.some((part) => known.has(fold(part))))
    return 'keep'
  return capital.test(text) ? 'name' : 'unknown'
}

/** Letters that look like a name beside digits: `jdupont2`, and not `rj45` or `KB5034441`. */
const isOddName = (text: string) => /\p{L}{4,}/u.test(text) && !isOrdinary(text.replace(/[\d_]+/g, ''))

/** A text in capitals says nothing with them. */
function shouts(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters > 20 && (text.match(/\p{Lu}/gu)?.length ?? 0) / letters > 0.6
}

function write(text: string, words: readonly Word[], verdicts: readonly Verdict[]) {
  let out = ''
  let at = 0
  const count = { name: 0, unknown: 0 }
  words.forEach(({ from, to }, index) => {
    const verdict = verdicts[index] ?? 'keep'
    if (verdict === 'keep') return
    count[verdict]++
    out += text.slice(at, from) + (verdict === 'name' ? marks.name : hidden)
    at = to
  })
  const whole = (out + text.slice(at)).replace(/\[nom\](?:(?:[ '’-]+|\.[ '’-]?)?\[nom\])+/g, marks.name)
  return { text: whole, names: count.name, unknown: count.unknown }
}
