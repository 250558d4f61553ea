import type { Locale } from '@hub/contracts'
import type { Notice } from './notice.ts'
import { headlines } from './notice-words.ts'

/** The message of `npm run notify:test`: about no request, so without a link. */
export function composeTest(id: string, language: Locale, at: Date): Notice {
  const headline = headlines.test[language]
  return {
    id,
    kind: 'test',
    at,
    language,
    headline,
    level: null,
    sentence: null,
    facts: [],
    link: null,
    data: {},
  }
}
