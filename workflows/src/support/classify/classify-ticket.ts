import type { TicketText } from '../text/read-ticket-text.ts'
import { readTicketText } from '../text/read-ticket-text.ts'
import { type Category, categories, type Reason, type SupportTicket } from '../ticket.ts'
import { type Heard, hearRules } from './hear-rules.ts'
import { detectLanguage } from './language.ts'
import { hasSeveralProblems } from './several-problems.ts'
import { countStrangeWords } from './strange-words.ts'
import { saysMore } from './unexplained.ts'

/** Under it, a ticket goes to a technician. */
export const defaultThreshold = 0.75

export interface Classification {
  category: Category
  /** 0 to 1: how sure the rules are. */
  confidence: number
  reasons: Reason[]
  language: 'fr' | 'en'
}

/** The names of the requester and the client, where known, are not taken for strange words. */
export type ClassifiedTicket = Pick<SupportTicket, 'title' | 'text'> &
  Partial<Pick<SupportTicket, 'requester' | 'client'>>

const namesOf = ({ requester, client }: ClassifiedTicket) =>
  [requester?.name, requester?.login, client?.name].filter((name) => typeof name === 'string').join(' ')

/** More words than that which no honest request used: what they say is not known. */
const mostStrangeWords = 2

type Scores = Record<Category, number>

const forgets = new Set(['password_forgotten', 'password_reset_asked', 'password_expired'])
const locks = new Set(['account_locked', 'unlock_asked', 'person_locked_out', 'lock_message_of_windows'])
const foreign = new Set([
  'business_application',
  'wifi_password',
  'mailbox_password',
  'device_lock',
  'protected_file',
  'question',
  'suspect_mail',
  'mail_lure',
  'already_solved',
])

const unknown = new Set(['unknown_thing'])
const windowsWord =
  /\b(?:windows|session|ordinateur|domaine|domain|active directory|logon|workstation|laptop|poste)\b/

function addUp(heard: readonly Heard[], sentences: readonly string[]): Scores {
  const scores: Scores = { RESET_MDP: 0, DEBLOCAGE: 0, '#DIAG': 0, AUTRE: 0 }
  for (const { rule } of heard) scores[rule.category] += rule.weight
  const has = (names: ReadonlySet<string>) => heard.some(({ rule }) => names.has(rule.rule))
  // A lost password that locked the account is solved by the reset; a lock without loss by the unlock.
  if (has(forgets)) scores.DEBLOCAGE *= 0.4
  else if (has(locks)) scores.RESET_MDP *= 0.3
  const isForOther =
    has(foreign) || (has(unknown) && !sentences.some((sentence) => windowsWord.test(sentence)))
  if (isForOther) {
    scores.RESET_MDP *= 0.5
    scores.DEBLOCAGE *= 0.5
  }
  // An outage stops printers, telephones and software too: they are its signs, not other requests.
  if (scores['#DIAG'] >= 5 && !has(foreign)) scores.AUTRE *= 0.4
  return scores
}

/** Grows with the evidence: 4 gives 0.73, 5 gives 0.8, 9 gives 0.95; evidence for another category takes away. */
function sureness(best: number, second: number): number {
  const alone = 1 - 0.45 * Math.exp(-(best - 2.5) / 3)
  const margin = best === 0 ? 0 : (best - second) / best
  return Math.max(0, Math.min(0.97, alone)) * (margin >= 0.5 ? 1 : 0.6 + 0.8 * margin)
}

const limits = {
  injected: {
    cap: 0.3,
    reason: {
      rule: 'injected_text',
      fr: 'le ticket contient des ordres adressés à un programme',
      en: 'the ticket holds orders to a program',
    },
  },
  hidden: {
    cap: 0.3,
    reason: {
      rule: 'hidden_text',
      fr: 'le ticket contient du texte caché',
      en: 'the ticket holds hidden text',
    },
  },
  language: {
    cap: 0.5,
    reason: { rule: 'other_language', fr: 'ni français ni anglais', en: 'neither French nor English' },
  },
  several: {
    cap: 0.55,
    reason: {
      rule: 'several_problems',
      fr: 'plusieurs demandes dans un même ticket',
      en: 'several requests in one ticket',
    },
  },
  tooLong: {
    cap: 0.5,
    reason: { rule: 'too_long', fr: 'texte trop long, lu en partie', en: 'text too long, read in part' },
  },
  more: {
    cap: 0.7,
    reason: {
      rule: 'says_more',
      fr: 'dit autre chose que les règles ne comprennent pas',
      en: 'says something else that the rules do not understand',
    },
  },
  forwarded: {
    cap: 0.85,
    reason: { rule: 'forwarded', fr: 'message transféré', en: 'forwarded message' },
  },
  empty: {
    cap: 0.6,
    reason: {
      rule: 'no_evidence',
      fr: 'aucune règle ne reconnaît la demande',
      en: 'no rule knows the request',
    },
  },
} as const

function limitsOf(
  ticket: TicketText,
  facts: { isUnderstood: boolean; isSeveral: boolean; isSilent: boolean; saysMore: boolean },
) {
  return [
    ...(ticket.injected.length > 0 ? [limits.injected] : []),
    ...(ticket.hidden.length > 0 || ticket.invisibleCount > 2 ? [limits.hidden] : []),
    ...(facts.isUnderstood ? [] : [limits.language]),
    ...(facts.isSeveral ? [limits.several] : []),
    ...(ticket.isTooLong ? [limits.tooLong] : []),
    ...(ticket.isForwarded ? [limits.forwarded] : []),
    ...(facts.saysMore ? [limits.more] : []),
    ...(facts.isSilent ? [limits.empty] : []),
  ]
}

/**
 * Category of a ticket by weighted rules on its text, without a model. What is injected or hidden is taken out before
 * the rules read, and then only limits the confidence: it can never raise it.
 */
export function classifyTicket(ticket: ClassifiedTicket): Classification {
  return classifyText(readTicketText(ticket), namesOf(ticket))
}

/** The same for a ticket that was read already; `names`: of its requester and client. */
export function classifyText(text: TicketText, names = ''): Classification {
  const { language, isUnderstood } = detectLanguage(text.sentences.join(' '))
  const heard = hearRules(text)
  const scores = addUp(heard, text.sentences)
  const ranked = categories.toSorted((a, b) => scores[b] - scores[a])
  const best = ranked[0] ?? 'AUTRE'
  const isSilent = scores[best] < 2.5 || !isUnderstood
  const category = isSilent ? 'AUTRE' : best
  const isSeveral = hasSeveralProblems(text.sentences, heard, category)
  const isAccount = category === 'RESET_MDP' || category === 'DEBLOCAGE'
  const limited = limitsOf(text, {
    isUnderstood,
    isSeveral,
    isSilent,
    saysMore: isAccount && (saysMore(text) || countStrangeWords(text, names) > mostStrangeWords),
  })
  const alone = isSilent ? 0.6 : sureness(scores[best], scores[ranked[1] ?? 'AUTRE'])
  const confidence = Math.min(alone, ...limited.map(({ cap }) => cap))
  const told = heard.filter(({ rule }) => rule.category === category).map(({ rule }) => rule)
  const reasons = [...told.toSorted((a, b) => b.weight - a.weight), ...limited.map(({ reason }) => reason)]
  return {
    category,
    confidence: Math.round(confidence * 100) / 100,
    reasons: reasons.map(({ rule, fr, en }) => ({ rule, fr, en })),
    language,
  }
}
