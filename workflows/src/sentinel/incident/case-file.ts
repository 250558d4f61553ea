import type { MailPhase } from '../texts/mails-due.ts'
import type { EvidenceItem } from '../verdict/evidence.ts'
import type { Judgement } from '../verdict/judge.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** What the run of an incident knows from its steps before. Everything is JSON. */
export interface CaseFile {
  incidentId: string
  evidence: readonly EvidenceItem[]
  ticketId: number | null
  /** What the ticket says. */
  told: Told | null
}

/** What is told again when it changes. */
export interface Told {
  verdict: Verdict
  cause: string
  clients: readonly string[]
}

/** A mail that is due now, with its words. */
export interface DueMail {
  client: string
  phase: MailPhase
  subject: string
  body: string
  /** The run of the mail that this one answers. */
  after: string | null
  /** The run of the mail that was taken back before it left, in the place of which it comes. */
  replaces?: string | null
}

/** An incident as it was at one look. */
export interface View extends Told {
  now: string
  /** It became part of another one. */
  mergedInto: { incidentId: string; ticketId: number | null } | null
  /** How many notifications it had: more of them later is news. */
  alertCount: number
  device: string
  phase: 'failing' | 'recovering' | 'over'
  /** When a recovery counts as one; null while it fails. */
  overAt: string | null
  startedAt: string
  evidence: readonly EvidenceItem[]
  judgement: Judgement
  /** The ticket to open; null once there is one. */
  draft: { client: string | null; title: string; content: string } | null
  /** What is to be added to the ticket; null when it says all. */
  revision: string | null
  mails: readonly DueMail[]
  /** What closes the ticket; null while the incident goes on. */
  closing: string | null
  /** People have solved or closed the ticket. */
  isTicketDone: boolean
}

/** What is kept of an incident, and told. */
export interface Standing {
  incidentId: string
  view: Pick<View, 'verdict' | 'device' | 'clients' | 'judgement' | 'now' | 'startedAt'>
  isFailing: boolean
  phase: string
  ticketId: number | null
  mails: readonly DueMail[]
  isDryRun: boolean
}
