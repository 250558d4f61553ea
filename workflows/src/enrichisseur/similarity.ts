import { fold } from '../support/text/fold.ts'

/** Words that every case has. */
const empty = new Set(
  'avec sans pour dans plus tous tout cette leur nous vous elle mais donc alors aussi apres avant depuis suite bonjour merci poste utilisateur client probleme fait ete sont etait etaient the and was were with from this that have has been user not problem'.split(
    ' ',
  ),
)
/** From here on two texts say the same. */
const same = 0.6
/** A text that a longer one holds nearly whole says nothing new. */
const held = 0.8

/** The words of a text that tell something, their plural and feminine endings left out. */
export function wordsOf(text: string): string[] {
  const words = fold(text.replace(/\[[^\]\s]*\]/g, ' ')).match(/[a-z\d]{3,}/g) ?? []
  return words.filter((word) => !empty.has(word)).map((word) => word.replace(/(?:ees|ee|es|e|s)$/, ''))
}

interface Told {
  problem: string
  solution: string
}

/**
 * Whether two cases are one: the same problem and the same way out. The same problem with another way out teaches
 * something, and so does a solution with more steps.
 */
export function isSameCase(fresh: Told, known: Told): boolean {
  return says(fresh.problem, known.problem) && says(fresh.solution, known.solution)
}

function says(fresh: string, known: string): boolean {
  const [ours, theirs] = [new Set(wordsOf(fresh)), new Set(wordsOf(known))]
  if (ours.size === 0) return false
  const shared = [...ours].filter((word) => theirs.has(word)).length
  return shared / (ours.size + theirs.size - shared) >= same || shared / ours.size >= held
}
