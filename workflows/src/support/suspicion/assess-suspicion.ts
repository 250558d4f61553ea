import { correctWords } from '../text/correct-words.ts'
import { fold } from '../text/fold.ts'
import { readTicketText, type TicketText } from '../text/read-ticket-text.ts'
import type { Reason, Requester, SupportTicket } from '../ticket.ts'
import { compareDomain, domainOf } from './compare-domain.ts'
import { oddRules } from './odd-rules.ts'
import { textRules } from './text-rules.ts'

export interface Suspicion {
  isSuspicious: boolean
  reasons: Reason[]
}

const found = (rule: string, fr: string, en: string): Reason => ({ rule, fr, en })

function senderReasons(requester: Requester, domains: readonly string[]): Reason[] {
  const domain = requester.email === null ? null : domainOf(requester.email)
  const kinship = domain === null ? 'own' : compareDomain(domain, domains)
  return [
    ...(requester.isKnown
      ? []
      : [found('unknown_sender', 'expéditeur inconnu de GLPI', 'sender unknown to GLPI')]),
    ...(kinship === 'lookalike'
      ? [
          found(
            'lookalike_domain',
            `domaine ${domain} imité de celui du client`,
            `domain ${domain} imitates the client's`,
          ),
        ]
      : []),
    ...(kinship === 'foreign'
      ? [
          found(
            'foreign_domain',
            `domaine ${domain} étranger au client`,
            `domain ${domain} is not the client's`,
          ),
        ]
      : []),
  ]
}

const fakeMark =
  /\[\s*\/?(?:hub|system|systeme|safeguard)\b|<\/?\s*(?:system|ticket|assistant|tool|hub)\b|(?:^|\s)system\s*:/i
const mixedScripts = /(?=\p{L}*\p{Script=Latin})(?=\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}{3,}/u

function contentReasons({ injected, hidden, invisibleCount, said, title }: TicketText): Reason[] {
  const all = [...injected, ...hidden].join('\n')
  return [
    ...(injected.length > 0
      ? [found('injected_instructions', 'ordres adressés à un programme', 'orders to a program')]
      : []),
    ...(fakeMark.test(all)
      ? [found('fake_system_mark', 'fausse marque du système', 'fake mark of the system')]
      : []),
    ...(hidden.length > 0 ? [found('hidden_text', 'texte caché', 'hidden text')] : []),
    ...(invisibleCount > 2
      ? [
          found(
            'invisible_characters',
            'caractères invisibles dans le texte',
            'invisible characters in the text',
          ),
        ]
      : []),
    ...(mixedScripts.test(`${title} ${said}`)
      ? [
          found(
            'mixed_scripts',
            'lettres de plusieurs alphabets dans un mot',
            'letters of several alphabets in a word',
          ),
        ]
      : []),
  ]
}

const address = /[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/g

/** An address outside the client in a text that speaks of a password: where the password would go. */
function addressReasons(text: string, domains: readonly string[]): Reason[] {
  if (!/mot de passe|password/.test(text)) return []
  const outside = Array.from(text.matchAll(address), ([, domain = '']) => domain).find(
    (domain) => compareDomain(domain, domains) !== 'own',
  )
  return outside === undefined
    ? []
    : [
        found(
          'foreign_address',
          `adresse étrangère (${outside}) dans le texte`,
          `foreign address (${outside}) in the text`,
        ),
      ]
}

/** Whether a ticket smells of fraud, by named rules on its sender and its text; any one is enough to call a person. */
export function assessSuspicion(ticket: SupportTicket): Suspicion {
  return assessText(ticket, readTicketText(ticket))
}

/** The same for a ticket that was read already. */
export function assessText({ requester, client }: SupportTicket, text: TicketText): Suspicion {
  // The injected part is read here, and only here: what it asks counts against the ticket.
  const whole = correctWords(fold([text.title, text.said, ...text.hidden].join('\n'))).replace(/\s+/g, ' ')
  const reasons = [
    ...senderReasons(requester, client.domains),
    ...contentReasons(text),
    ...addressReasons(whole, client.domains),
    ...[...textRules, ...oddRules]
      .filter(({ test }) => test(whole))
      .map(({ rule, fr, en }) => ({ rule, fr, en })),
  ]
  return { isSuspicious: reasons.length > 0, reasons }
}
