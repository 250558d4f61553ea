import { fold } from '../text/fold.ts'
import { readTicketText, type TicketText } from '../text/read-ticket-text.ts'
import type { Requester, SupportTicket } from '../ticket.ts'
import { type Candidate, findMentions, type Mention, speaksOfOther } from './mentions.ts'
import { isSameName } from './person-names.ts'

/** By what the person was found; what only the text says proves nothing about who wrote it. */
export type FoundBy =
  | 'requester_login'
  | 'requester_mail'
  | 'requester_name'
  | 'text_login'
  | 'text_mail'
  | 'text_name'

export type Identity =
  | { kind: 'one'; login: string; how: FoundBy }
  | { kind: 'none' }
  | { kind: 'several'; logins: string[] }
  | { kind: 'someone_else'; login: string }

const same = (a: string | null, b: string | null) => a !== null && b !== null && fold(a) === fold(b)

function matchRequester(
  { login, email, name, isKnown }: Requester,
  candidates: readonly Candidate[],
): Identity {
  const byLogin = candidates.filter((candidate) => same(login, candidate.login))
  const byMail = candidates.filter((candidate) => same(email, candidate.mail))
  const sure = new Set([...byLogin, ...byMail].map((candidate) => candidate.login))
  if (sure.size > 1) return { kind: 'several', logins: [...sure] }
  const [only] = sure
  if (only !== undefined)
    return { kind: 'one', login: only, how: byMail.length > 0 ? 'requester_mail' : 'requester_login' }
  // Anybody can write any name above an address: a name counts only when GLPI knows the sender.
  if (!isKnown || name === null) return { kind: 'none' }
  const byName = candidates
    .filter(({ displayName, mail }) => isSameName(name, displayName) && !isElsewhere(email, mail))
    .map((found) => found.login)
  const [first] = byName
  if (byName.length > 1) return { kind: 'several', logins: byName }
  return first === undefined ? { kind: 'none' } : { kind: 'one', login: first, how: 'requester_name' }
}

/** Both are known and differ: somebody of the same name, or who calls himself so. */
const isElsewhere = (email: string | null, mail: string | null) =>
  email !== null && mail !== null && !same(email, mail)

/** Mentions of others: a homonym named by the name alone is the requester. */
function othersThan(self: string, mentions: readonly Mention[], candidates: readonly Candidate[]): string[] {
  const nameOf = (login: string) =>
    candidates.find((candidate) => candidate.login === login)?.displayName ?? ''
  const exact = mentions.filter(({ by }) => by !== 'name').map(({ login }) => login)
  const told = [self, ...exact]
  return mentions
    .filter(({ login }) => login !== self)
    .filter(
      ({ login, by }) => by !== 'name' || !told.some((known) => isSameName(nameOf(login), nameOf(known))),
    )
    .map(({ login }) => login)
}

function fromText(mentions: readonly Mention[]): Identity {
  // An exact login or mail tells homonyms apart.
  const exact = mentions.filter(({ by }) => by !== 'name')
  const told = exact.length > 0 ? exact : mentions
  const [first] = told
  if (first === undefined) return { kind: 'none' }
  if (told.length > 1) return { kind: 'several', logins: told.map(({ login }) => login) }
  return { kind: 'one', login: first.login, how: `text_${first.by}` }
}

function forRequester(self: Identity & { kind: 'one' }, text: TicketText, of: Input): Identity {
  const others = othersThan(self.login, of.mentions, of.candidates)
  const [other] = others
  if (others.length > 1) return { kind: 'several', logins: others }
  if (other !== undefined) return { kind: 'someone_else', login: other }
  const name = of.candidates.find(({ login }) => login === self.login)?.displayName ?? ''
  return speaksOfOther(text, name) ? { kind: 'none' } : self
}

interface Input {
  candidates: readonly Candidate[]
  mentions: readonly Mention[]
}

/**
 * Whose account a ticket is about, among the accounts found in the client's directory. Only an exact login, mail or
 * full name counts. Anyone else named makes it somebody else's account, for a person to judge.
 */
export function identifyPerson(ticket: SupportTicket, candidates: readonly Candidate[]): Identity {
  return identifyFrom(ticket.requester, readTicketText(ticket), candidates)
}

/** The same for a ticket that was read already. */
export function identifyFrom(
  requester: Requester,
  text: TicketText,
  candidates: readonly Candidate[],
): Identity {
  const letter = text.isForwarded ? `\n${text.parts.forwarded?.from ?? ''}` : ''
  const mentions = findMentions(`${text.title}\n${text.said}${letter}`, candidates)
  const input = { candidates, mentions }
  const self = matchRequester(requester, candidates)
  if (self.kind === 'one') return forRequester(self, text, input)
  if (self.kind === 'several') {
    const told = mentions.filter(({ login, by }) => by !== 'name' && self.logins.includes(login))
    const [first] = told
    return told.length === 1 && first !== undefined
      ? forRequester(
          { kind: 'one', login: first.login, how: first.by === 'mail' ? 'text_mail' : 'text_login' },
          text,
          input,
        )
      : self
  }
  return speaksOfOther(text, requester.name ?? '') && mentions.length === 0
    ? { kind: 'none' }
    : fromText(mentions)
}
