import type { Category } from '../ticket.ts'
import type { Heard } from './hear-rules.ts'

const enumeration =
  /(?:^|\s)1[).].*(?:^|\s)2[).]|plusieurs (?:demandes|choses|points|problemes)|\b(?:2|deux|two|several) (?:demandes|things|issues|problems|points)\b|merci pour les deux/
const addition =
  /\b(?:aussi|egalement|au passage|en plus|par ailleurs|also|as well|by the way|et celui|et celle)\b/
const account = /mot de passe|password|comptes?\b|accounts?\b|session|celui|celle/
const asks =
  /reinitialis|reset|debloqu|deverrouill|unlock|nouve(?:au|l)|creer|changer|celui|celle|oubli|forgot/
const ownTopics = new Set([
  'printer',
  'hardware',
  'office_software',
  'access_rights',
  'arrival_or_departure',
  'business_application',
  'telephone',
])

/** Whether a ticket asks for more than one thing, so that answering one would leave the other. */
export function hasSeveralProblems(
  sentences: readonly string[],
  heard: readonly Heard[],
  category: Category,
): boolean {
  const whole = sentences.join(' | ')
  if (enumeration.test(whole)) return true
  const isAccount = category === 'RESET_MDP' || category === 'DEBLOCAGE'
  if (!isAccount) return category === '#DIAG' && asksForAccount(sentences, heard)
  return hasOtherTopic(sentences, heard) || addsAccount(sentences)
}

const isStrong = ({ rule }: Heard, category: Category) => rule.category === category && rule.weight >= 4

function asksForAccount(sentences: readonly string[], heard: readonly Heard[]): boolean {
  const isAsked = heard.some((found) => isStrong(found, 'RESET_MDP') || isStrong(found, 'DEBLOCAGE'))
  return (
    isAsked ||
    sentences.some((sentence) => /(?:mot de passe|password|compte|account) (?:pour|for) /.test(sentence))
  )
}

/** A network fault or another subject in a part of the ticket that does not speak of the account. */
function hasOtherTopic(sentences: readonly string[], heard: readonly Heard[]): boolean {
  const topics = heard.filter((found) => isStrong(found, '#DIAG') || ownTopics.has(found.rule.rule))
  const parts = sentences.flatMap((sentence) => sentence.split(/,| et | and /))
  return topics.some(({ rule: { test } }) =>
    parts.some(
      (part) => test instanceof RegExp && test.test(part) && !account.test(part) && part.length > 12,
    ),
  )
}

/** A second account in a sentence that adds: "and could you reset Ann's as well". */
function addsAccount(sentences: readonly string[]): boolean {
  return sentences.slice(1).some((sentence) => {
    const at = addition.exec(sentence)
    if (at === null) return false
    const after = sentence.slice(at.index)
    return (
      account.test(after) &&
      asks.test(sentence) &&
      /logiciel|celui|celle|messagerie|mail|collegue|colleague|(?:de|d'|'s) /.test(after)
    )
  })
}
