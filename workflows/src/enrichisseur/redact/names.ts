import { fold } from '../../support/text/fold.ts'
import { firstNames, namesThatAreWords } from './first-names.ts'
import { marks } from './shapes.ts'
import { isOrdinary, isProper, mayBegin } from './vocabulary.ts'

interface Word {
  text: string
  from: number
  to: number
  /** First word of a sentence, line or list entry. */
  begins: boolean
}

const title =
  /^(?:m|mm|mr|mrs|ms|miss|mme|mlle|mmes|madame|monsieur|mademoiselle|dr|docteur|doctor|pr|professeur|maitre|me|sir|soeur|pere)$/
/** After these somebody is named, even in small letters. */
const cue =
  /^(?:prenom|nom|nomme|nommee|appelle|appele|appelee|signe|collegue|colleague|utilisateur|utilisatrice|user|interlocuteur|interlocutrice|chez|demandeur|demandeuse|beneficiaire|cordialement|regards|salutations|cdt|bonjour|hello|hi|dear|hey|bonsoir|salut|login|identifiant|username)$/
const particle = /^(?:de|du|des|la|le|van|von|der|den|ben|bin|el|al|da|dos|di|mac|mc|o|d|l|st|saint|sainte)$/
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
  spread(words, verdicts, text)
  return write(text, words, verdicts)
}

type Verdict = 'keep' | 'name' | 'unknown'

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\[[^\]\s]+\]|[\p{L}\p{M}\d_]+(?:[.-][\p{L}\d]+)*/gu)].map(
    ({ 0: word, index }) => ({
      text: word,
      from: index,
      to: index + word.length,
      begins: /(?:^|[.!?:;\n•*>«"(]|\n\s*[-–\d.)]+)\s*(?:\p{L}{1,2}['’])?$/u.test(
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

/** What stands beside a name or after a title is a name as well, unless it is an ordinary word in small letters. */
function spread(words: readonly Word[], verdicts: Verdict[], text: string): void {
  words.forEach((word, index) => {
    const folded = fold(word.text)
    const next = words[index + 1]
    const isNext = next !== undefined && /^\.?[ '’\t-]*$/u.test(text.slice(word.to, next.from))
    if (!isNext) return
    const titled = title.test(folded)
    const named = verdicts[index] === 'name'
    if (
      titled ||
      (named && capital.test(next.text)) ||
      (cue.test(folded) && capital.test(next.text) && !isProper(next.text))
    )
      hideFrom(words, verdicts, index + 1)
    else if (named && namesThatAreWords.has(fold(next.text))) verdicts[index + 1] = 'name'
  })
  for (let index = words.length - 2; index >= 0; index--) {
    const [word, next] = [words[index], words[index + 1]]
    if (!word || !next || verdicts[index + 1] !== 'name') continue
    const isBeside = /^[ \t]+$/.test(text.slice(word.to, next.from))
    const isInitial = /^\p{Lu}$/u.test(word.text) && /^\.?\s*$/.test(text.slice(word.to, next.from))
    if (
      isInitial ||
      (isBeside &&
        capital.test(word.text) &&
        !word.begins &&
        !isProper(word.text) &&
        !title.test(fold(word.text)))
    )
      verdicts[index] = 'name'
  }
}

/** Hides a word as a name, with the particles before it. */
function hideFrom(words: readonly Word[], verdicts: Verdict[], from: number): void {
  for (let index = from; index < Math.min(from + 3, words.length); index++) {
    const word = words[index]
    if (!word || word.text.startsWith('[')) return
    if (particle.test(fold(word.text))) continue
    if (isProper(word.text) && word.text !== word.text.toUpperCase()) return
    if (index > from && !capital.test(word.text) && isOrdinary(word.text)) return
    if (
      !capital.test(word.text) &&
      index === from &&
      isOrdinary(word.text) &&
      !namesThatAreWords.has(fold(word.text))
    )
      return
    verdicts[index] = 'name'
    return
  }
}

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
  const whole = (out + text.slice(at)).replace(/\[nom\](?:[\s'’.-]*\[nom\])+/g, marks.name)
  return { text: whole, names: count.name, unknown: count.unknown }
}
