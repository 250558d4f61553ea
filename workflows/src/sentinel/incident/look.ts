import type { WorkflowsContext } from '../../context.ts'
import { runIdOf } from '../desk/incident-id.ts'
import { readMaintenance } from '../desk/maintenance.store.ts'
import { causeKey } from '../group/cause.ts'
import { clientsOf, isKnownClient, type OpenIncident, sitesOf } from '../group/incident.ts'
import { type IncidentProgress, incidentProgress } from '../group/incident-progress.ts'
import { isReachability, outageStartOf } from '../group/reachability.ts'
import type { Topology } from '../group/topology.ts'
import { reading } from '../read-tool.ts'
import type { SentinelOptions } from '../sentinel-options.ts'
import { closingText } from '../texts/closing-text.ts'
import { mailsDue, type SentMail } from '../texts/mails-due.ts'
import { ticketContent, ticketTitle } from '../texts/ticket-text.ts'
import { topologyFor } from '../topology/topology-for.ts'
import type { Evidence } from '../verdict/evidence.ts'
import { gatherEvidence } from '../verdict/gather-evidence.ts'
import { type Judgement, judge } from '../verdict/judge.ts'
import { workingSince } from '../verdict/working-since.ts'
import type { CaseFile, DueMail, Told, View } from './case-file.ts'
import { type KnownIncident, readIncident, readLogs, readMails } from './incident.store.ts'
import { mailWords } from './mail-words.ts'
import { readMeasures, readTicket } from './read-facts.ts'
import { revisionText } from './revision-text.ts'

const mostContent = 19_000
const nothing: Topology = { sites: [], devices: [] }

interface Look {
  file: CaseFile
  incident: KnownIncident
  topology: Topology
  evidence: Evidence
  judgement: Judgement
  progress: IncidentProgress
  told: Told
  isCut: boolean
}

/** Looks at an incident: everything that is known and can be read now, the verdict on it, and what is due. */
export async function look(
  ctx: WorkflowsContext,
  { file, options }: { file: CaseFile; options: SentinelOptions },
): Promise<View> {
  const now = ctx.clock.now()
  const incident = await readIncident(ctx.db, file.incidentId)
  const topology = (await topologyFor(ctx, options)) ?? nothing
  const { ticket, measures } = await reading(ctx, runIdOf(file.incidentId), async (read) => ({
    ticket: await readTicket(read, file.ticketId),
    measures: await readMeasures(read, { incident, topology }),
  }))
  const facts = {
    ...measures,
    now: now.toISOString(),
    topology,
    maintenance: await readMaintenance(ctx.db, now),
    logs: await readLogs(ctx.db, now),
    answers: ticket.answers,
  }
  const progress = incidentProgress(incident, {
    now: facts.now,
    seenWorking: (alert) => workingSince(alert, facts),
  })
  const recoveredAt = progress.phase === 'failing' ? null : progress.recoveredAt
  const evidence = gatherEvidence(incident, facts, { known: file.evidence, recoveredAt })
  const judgement = judge(evidence)
  const told: Told = {
    verdict: judgement.verdict,
    cause: causeKey(incident.cause),
    clients: clientsOf(incident.alerts, topology),
  }
  const isCut = incident.alerts.some(isReachability)
  const looked: Look = { file, incident, topology, evidence, judgement, progress, told, isCut }
  return {
    ...told,
    now: facts.now,
    mergedInto: incident.mergedInto,
    alertCount: incident.alerts.length,
    device: incident.alerts[0]?.device.hostname ?? '',
    phase: progress.phase,
    overAt: progress.phase === 'recovering' ? progress.overAt : null,
    startedAt: startOfOutage(incident),
    evidence: evidence.items,
    judgement,
    ...wordsOf(looked),
    mails: await mailsOf(ctx, looked),
    isTicketDone: ticket.isDone,
  }
}

const isOne = (client: string | undefined, others: readonly string[]): client is string =>
  client !== undefined && others.length === 0

/** An incident that became part of another has no notifications any more. */
function startOfOutage({ alerts, openedAt }: OpenIncident): string {
  return alerts.length === 0 ? openedAt : new Date(outageStartOf(alerts)).toISOString()
}

function wordsOf(looked: Look): Pick<View, 'draft' | 'revision' | 'closing'> {
  const { file, incident, topology, evidence, judgement, progress, told, isCut } = looked
  if (incident.mergedInto !== null) return { draft: null, revision: null, closing: null }
  const input = { incident, topology, evidence, judgement }
  const [client, ...others] = told.clients
  const draft =
    file.told === null
      ? {
          client: isOne(client, others) && isKnownClient(client, topology) ? client : null,
          title: ticketTitle(input).fr,
          content: ticketContent(input).fr.slice(0, mostContent).toWellFormed(),
        }
      : null
  const closing =
    progress.phase === 'over'
      ? closingText({
          cause: incident.cause,
          sites: sitesOf(incident.alerts, topology),
          judgement,
          startedAt: startOfOutage(incident),
          recoveredAt: progress.recoveredAt,
          isFlapping: incident.isFlapping,
          isCut,
        }).fr
      : null
  const revision = file.told === null ? null : revisionText(file.told, { told, input })
  return { draft, revision: revision?.slice(0, mostContent).toWellFormed() ?? null, closing }
}

/** At most one per client and phase leaves; word of the recovery only after a diagnosis mail that has left. */
async function mailsOf(ctx: WorkflowsContext, looked: Look): Promise<DueMail[]> {
  const { incident, topology, judgement, evidence, progress, file, isCut } = looked
  if (incident.mergedInto !== null) return []
  const asked = await readMails(ctx.db, incident.id)
  const earlier = ({ client, phase }: SentMail) =>
    asked.find((mail) => mail.client === client && mail.phase === phase)?.runId ?? null
  const due = mailsDue({
    incident,
    topology,
    judgement,
    evidence: evidence.items,
    progress,
    sent: asked.filter(({ isWithdrawn }) => !isWithdrawn),
    now: evidence.now,
  })
  const { recoveredAt } = evidence
  const about = { incident, topology, judgement, ticketId: file.ticketId, recoveredAt, isCut }
  return due
    .filter(({ client }) => isKnownClient(client, topology))
    .map((mail) => ({
      ...mailWords(mail, about),
      after: mail.phase === 'recovered' ? earlier({ client: mail.client, phase: 'diagnosis' }) : null,
      replaces: earlier(mail),
    }))
}
