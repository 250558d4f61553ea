import { readTicketText } from '../text/read-ticket-text.ts'
import type { SupportTicket } from '../ticket.ts'

/** One thing to look up in the client's directory. */
export interface SearchTerm {
  by: 'login' | 'mail' | 'name'
  value: string
}

const mail = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu
const domainUser = /[A-Za-z][\w-]*\\([A-Za-z][\w.-]*\w)/g
const dotted = /(?<![\w@.\\/-])([a-z][a-z0-9_-]*\.[a-z][a-z0-9_-]*(?:\.[a-z0-9]+)?)(?![\w@/]|\.\w)/g
const cued =
  /(?:login|identifiant|username|user|utilisateur|compte|account|mdp windows)\s*(?:c'est|est|is|:)?\s*\(?([a-z][a-z0-9_-]{2,19})(?![\w@.'\u2019-])/g
const bracketed = /\(([a-z][a-z0-9_.-]{2,30})\)/g
const fullName =
  /(?<![\p{L}'\u2019-])(\p{Lu}[\p{L}'\u2019-]+(?:\s+(?:de|du|la|le|van|da|di|d['\u2019])){0,2}\s+(?:\p{Lu}[\p{L}'\u2019-]+)(?:\s+\p{Lu}[\p{L}'\u2019-]+)?)/gu
const notAName =
  /^(?:Bonjour|Bonsoir|Merci|Madame|Monsieur|Cordialement|Hello|Dear|Thanks|Regards|Windows|Mot|Compte|Service|Mon|Ma|My|Please|Password)\b/
const fileName = /\.(?:fr|com|net|org|eu|local|lan|example|pdf|docx?|xlsx?|exe|msi|txt|html?|zip|png|jpe?g)$/i

const found = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), (match) => match[1] ?? match[0])
const maxTerms = 12

/** What to look up for a ticket: the requester first, then the logins, mails and full names of its text; each once. */
export function searchTerms(ticket: SupportTicket): SearchTerm[] {
  const { requester } = ticket
  const text = readTicketText(ticket)
  const whole = [text.title, text.said, text.isForwarded ? (text.parts.forwarded?.from ?? '') : ''].join('\n')
  const logins = [domainUser, dotted, cued, bracketed].flatMap((pattern) => found(whole, pattern))
  const names = found(whole, fullName).map((name) => name.replace(/\s+/g, ' '))
  const terms: SearchTerm[] = [
    ...(requester.login === null ? [] : [{ by: 'login' as const, value: requester.login }]),
    ...(requester.email === null ? [] : [{ by: 'mail' as const, value: requester.email }]),
    ...(requester.name === null ? [] : [{ by: 'name' as const, value: requester.name }]),
    ...found(whole, mail).map((value) => ({ by: 'mail' as const, value })),
    ...logins.filter((login) => !fileName.test(login)).map((value) => ({ by: 'login' as const, value })),
    ...names.filter((name) => !notAName.test(name)).map((value) => ({ by: 'name' as const, value })),
  ]
  const once = new Map(terms.map((term) => [term.value.toLowerCase(), term]))
  return [...once.values()].filter(({ value }) => value.length >= 2 && value.length <= 100).slice(0, maxTerms)
}
