import { accountWords } from './lexicon/accounts.ts'
import { actionWords } from './lexicon/actions.ts'
import { deviceWords } from './lexicon/devices.ts'
import { moodWords } from './lexicon/mood.ts'
import { requestWords } from './lexicon/requests.ts'
import { talkWords } from './lexicon/talk.ts'
import { ticketWords } from './lexicon/tickets.ts'

/**
 * The words of the service desk by concept. Entries are folded; `*` ends a stem; an entry with a space or a sign is a
 * phrase (a regular expression over folded words). Single words and stems also match with a typing slip.
 */
export const lexicon = {
  ...actionWords,
  ...requestWords,
  ...deviceWords,
  ...ticketWords,
  ...accountWords,
  ...moodWords,
  ...talkWords,
}

export type Concept = keyof typeof lexicon

/** Concepts that can change a system: what a clause tells as done or forbids names none of them. */
export const actionConcepts: ReadonlySet<Concept> = new Set(Object.keys(actionWords) as Concept[])
