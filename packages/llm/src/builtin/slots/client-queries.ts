import { orgWord } from './org-words.ts'
import { unaccent } from './unaccent.ts'

/** "St-Jean", "St. Jean" and "saint jean" as "Saint-Jean"; "Ste Anne" as "Sainte-Anne". */
export function expandSaints(phrase: string): string {
  return phrase.replace(
    /(?<![\p{L}-])(st|saint|ste|sainte)(?:\.\s*|[-\s]+)(?=\p{L})/giu,
    (_, word: string) => `${/e$/i.test(word) ? 'Sainte' : 'Saint'}-`,
  )
}

/** What to ask an inventory for, best first: saints in full, as written, then without "clinique", "EHPAD" and the like. */
export function clientQueries(phrase: string): string[] {
  const full = expandSaints(phrase)
  const core = full
    .split(/\s+/)
    .filter((word) => !orgWord.test(unaccent(word)) && !/^(?:the|la|le|de|du|des)$/i.test(word))
    .join(' ')
  return [...new Set([full, phrase, core])].filter((query) => query.length > 2)
}

/** The first word of a phrase of several: what to ask for when no spelling of the whole is found. */
export function wideQuery(phrase: string): string | undefined {
  const words = phrase.split(/[\s-]+/).filter((word) => word.length > 3)
  return words.length > 1 ? words[0] : undefined
}
