import type { TicketText } from '../text/read-ticket-text.ts'
import { resetRules, unlockRules } from './account-rules.ts'
import type { Rule } from './rule.ts'

const accountRules: readonly Rule[] = [...resetRules, ...unlockRules]
const fewWords = 4
const mostWords = 18

/** What people say around such a request: where they are, how to reach them, what they tried, courtesy. */
const around =
  /\b(?:un autre|un nouveau|new one|fresh one|en (?:generer|fixer|attribuer|remettre|refaire|recreer)|(?:le|la) (?:refaire|remplacer|changer)|joignable|reachable|poste|ext|desk|bureau|jusqu'?a?|until|essaye\w*|tried|mistyped|typing|tape\w*|saisi\w*|keyboard|clavier|majuscules?|caps|numlock|telephone|phone|tablette|conges?|vacances|holiday|leave|weekend|week-end|crois|forgot|changed|travailler|work|urgent|rapidement|presse|patients?|residents?|clients?|matin|morning|je suis (?:en|au|a|de|la|le|seule?)|i'm (?:on|at|in)|je vous contacte|cordialement|\d\d \d\d)\b/
const courtesy =
  /^(?:je vous )?(?:merci|remercie|thanks|thank you|bonne|have a|desole|sorry|bonjour|hello|hi|dear|cher)\b/
const signature = /\||\d{2}[ .]?\d{2}[ .]?\d{2}|^\p{L}+ \p{L}+(?:,| -)/u

const isAround = (sentence: string, words: number) =>
  signature.test(sentence) ||
  (words <= mostWords && around.test(sentence)) ||
  (words <= 9 && courtesy.test(sentence))

/**
 * Whether a request about an account also says something that no rule understands. Who writes to deceive has to say more
 * than an honest request does, in words that nobody listed: what is not understood is not acted upon.
 */
export function saysMore(text: TicketText): boolean {
  return text.sentences.slice(1).some((sentence) => {
    const words = sentence.split(' ').length
    if (words < fewWords || isAround(sentence, words)) return false
    return !accountRules.some(({ test }) =>
      test instanceof RegExp ? test.test(sentence) : test(sentence, text),
    )
  })
}
