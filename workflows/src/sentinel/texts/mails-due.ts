import type { Alert } from '../alerts/alert.ts'
import { clientsOf, type OpenIncident } from '../group/incident.ts'
import { failingSince, type IncidentProgress } from '../group/incident-progress.ts'
import { isReachability, outageStartOf } from '../group/reachability.ts'
import { siteNamed, type Topology } from '../group/topology.ts'
import type { EvidenceItem } from '../verdict/evidence.ts'
import type { Judgement } from '../verdict/judge.ts'

export type MailPhase = 'diagnosis' | 'recovered'

export interface SentMail {
  client: string
  phase: MailPhase
}

export interface MailQuestion {
  incident: OpenIncident
  topology: Topology
  judgement: Judgement
  evidence: readonly EvidenceItem[]
  progress: IncidentProgress
  sent: readonly SentMail[]
  now: string
}

/** An outage shorter than that is over before a mail is read. */
const patienceMs = 5 * 60_000

/**
 * The mails that are due now, at most one per client and phase: a diagnosis while a site or a device is silent and
 * the client can help, and word of the recovery to those who got one. None for what is on our side or announced by
 * the client, none while another way out works, none for a single port, value or unstable device.
 */
export function mailsDue(question: MailQuestion): SentMail[] {
  const { sent, progress, incident, topology } = question
  const isSent = (client: string, phase: MailPhase) =>
    sent.some((mail) => mail.client === client && mail.phase === phase)
  const told = sent.filter(({ phase }) => phase === 'diagnosis').map(({ client }) => client)
  if (progress.phase === 'over')
    return told
      .filter((client) => !isSent(client, 'recovered'))
      .map((client) => ({ client, phase: 'recovered' }))
  if (progress.phase !== 'failing' || !isWorthAsking(question, progress.failing)) return []
  return clientsOf(incident.alerts, topology)
    .filter((client) => !isSent(client, 'diagnosis'))
    .map((client) => ({ client, phase: 'diagnosis' }))
}

function isWorthAsking(
  { incident, topology, judgement, evidence, now }: MailQuestion,
  failing: readonly Alert[],
): boolean {
  const silent = failing.filter(isReachability)
  if (silent.length === 0) return false
  // What comes and goes never fails for long at a time.
  const begin = incident.isFlapping
    ? outageStartOf(incident.alerts)
    : Date.parse(failingSince(silent, incident.alerts))
  if (Date.parse(now) - begin < patienceMs) return false
  if (judgement.verdict === 'WIDIP') return false
  if (evidence.some((item) => item.kind === 'change' && item.by === 'client')) return false
  const { cause } = incident
  switch (cause.kind) {
    case 'site':
      return true
    case 'provider':
      return true
    case 'many':
      return judgement.verdict !== 'INDETERMINE'
    case 'device':
      return !incident.isFlapping && siteNamed(topology, cause.site ?? undefined)?.isOurs !== true
    default:
      return false
  }
}
