import type { TicketText } from '../text/read-ticket-text.ts'
import { resetRules, unlockRules } from './account-rules.ts'
import { networkRules } from './network-rules.ts'
import { otherLockRules } from './other-rules.ts'
import type { Rule } from './rule.ts'
import { topicRules } from './topic-rules.ts'

const rules: readonly Rule[] = [
  ...resetRules,
  ...unlockRules,
  ...networkRules,
  ...otherLockRules,
  ...topicRules,
]

/** A rule that spoke and the first sentence that made it speak (0 is the title). */
export interface Heard {
  rule: Rule
  sentence: number
}

/** The rules that speak on a ticket, each once. */
export function hearRules(ticket: TicketText): Heard[] {
  return rules.flatMap((rule) => {
    const sentence = ticket.sentences.findIndex((text) =>
      rule.test instanceof RegExp ? rule.test.test(text) : rule.test(text, ticket),
    )
    return sentence === -1 ? [] : [{ rule, sentence }]
  })
}
