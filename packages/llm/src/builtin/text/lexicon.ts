import { moodWords } from './lexicon/mood.ts'
import { requestWords } from './lexicon/requests.ts'
import { thingWords } from './lexicon/things.ts'

/**
 * The words of the service desk by concept. Entries are folded; `*` ends a stem; an entry with a space is a phrase
 * (a regular expression over folded words). Single words and stems also match with a typing slip.
 */
export const lexicon = { ...requestWords, ...thingWords, ...moodWords }

export type Concept = keyof typeof lexicon
