import { foldToWords } from '../text/fold.ts'

export type StatusFilter = 'open' | 'done' | 'new' | 'pending' | 'planned' | 'assigned' | 'solved' | 'closed'

const filters: [RegExp, StatusFilter][] = [
  [/\b(en attente|en suspens|pending|on hold|waiting|attente)\b/, 'pending'],
  [/\b(planifie\w*|planned|scheduled)\b/, 'planned'],
  [/\b(non|pas|not) (clos|fermes?|resolus?|closed|solved)\b/, 'open'],
  [/\b(resolus?|resolues?|solved|resolved)\b/, 'solved'],
  [/\b(clos|closes|clotures?|cloturees|fermes|fermees|closed)\b/, 'closed'],
  [/\b(termines?|finis|traites|done)\b/, 'done'],
  [/\b(ouverts?|ouvertes?|ouvrets?|open|en cours|in progress|actifs?|active|restants?)\b/, 'open'],
  [/\b(nouveaux|nouvelles|new|non traites?)\b/, 'new'],
]

/** The status of the tickets that a sentence asks for; undefined when it does not say. */
export function findStatusFilter(sentence: string): StatusFilter | undefined {
  const text = foldToWords(sentence)
  return filters.find(([pattern]) => pattern.test(text))?.[1]
}

const targets: [RegExp, 'new' | 'assigned' | 'planned' | 'pending'][] = [
  [/\b(en attente|en suspens|pending|on hold|waiting|attente)\b/, 'pending'],
  [/\b(planifie\w*|planned|scheduled)\b/, 'planned'],
  [/\b(en cours|attribue|in progress|assigned|rouv\w*|reouv\w*|reopen\w*)\b/, 'assigned'],
  [/\b(nouveau|new)\b/, 'new'],
]

/** The status that a ticket shall be given; reopening gives it back to who has it. */
export function findNewStatus(sentence: string): 'new' | 'assigned' | 'planned' | 'pending' | undefined {
  const text = foldToWords(sentence)
  return targets.find(([pattern]) => pattern.test(text))?.[1]
}

const levels: [RegExp, number][] = [
  [/\b(majeure?|major|critique|critical)\b/, 6],
  [/\b(tres (haute?|elevee?|urgente?)|very (high|urgent)|maximale?|max)\b/, 5],
  [/\b(tres (basse|faible)|very low|minimale?)\b/, 1],
  [/\b(haute?|elevee?|high|urgente?)\b/, 4],
  [/\b(moyenne?|medium|normale?)\b/, 3],
  [/\b(basse?|faible|low)\b/, 2],
]

/** A priority from 1 (very low) to 6 (major) as a word or a figure after "priority". */
export function findPriority(sentence: string): number | undefined {
  const text = foldToWords(sentence)
  const figure = /\b(?:priorite|priority|prio|p|urgence|urgency) (?:a |to |= )?([1-6])\b/.exec(text)?.[1]
  return figure ? Number(figure) : levels.find(([pattern]) => pattern.test(text))?.[1]
}
