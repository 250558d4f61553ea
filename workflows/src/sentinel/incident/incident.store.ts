import { NotFoundError } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { z } from 'zod'
import { Alert } from '../alerts/alert.ts'
import { runIdOf } from '../desk/incident-id.ts'
import type { Cause } from '../group/cause.ts'
import type { OpenIncident } from '../group/incident.ts'
import type { SentMail } from '../texts/mails-due.ts'

const MailPhase = z.enum(['diagnosis', 'recovered'])
const logMs = 60 * 60_000
const mostLogs = 500

/** An incident with its notifications, and what it became part of. */
export interface KnownIncident extends OpenIncident {
  mergedInto: { incidentId: string; ticketId: number | null } | null
}

/** @throws NotFoundError when there is none of that id */
export async function readIncident(db: Db, id: string): Promise<KnownIncident> {
  const row = await db.incident.findUnique({ where: { id } })
  if (!row)
    throw new NotFoundError(`There is no incident ${id}`, { reason: 'incident.unknown', params: { id } })
  const alerts = await db.incomingAlert.findMany({
    where: { runId: runIdOf(id) },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    select: { alert: true },
  })
  return {
    id,
    cause: row.cause as Cause,
    isFlapping: row.isFlapping,
    openedAt: row.openedAt.toISOString(),
    alerts: alerts.flatMap(({ alert }) => (alert === null ? [] : [Alert.parse(alert)])),
    mergedInto: row.mergedInto === null ? null : await lastInto(db, row.mergedInto),
  }
}

/** An incident that took another one in may have become part of a third. */
async function lastInto(db: Db, id: string): Promise<{ incidentId: string; ticketId: number | null }> {
  const row = await db.incident.findUniqueOrThrow({ where: { id } })
  return row.mergedInto === null ? { incidentId: id, ticketId: row.ticketId } : lastInto(db, row.mergedInto)
}

/** The log lines of the last hour, whatever they belong to. */
export async function readLogs(db: Db, now: Date): Promise<Alert[]> {
  const rows = await db.incomingAlert.findMany({
    where: {
      alertAt: { gt: new Date(now.getTime() - logMs) },
      alert: { path: ['kind'], equals: 'SYSLOG' },
    },
    orderBy: { alertAt: 'desc' },
    take: mostLogs,
    select: { alert: true },
  })
  return rows.map(({ alert }) => Alert.parse(alert))
}

/** A mail: nobody has decided about it, it has left, or it never will. */
export type MailFate = 'open' | 'left' | 'stopped'

export interface AskedMail extends SentMail {
  runId: string
  /** It never left: the client may get another one. */
  isWithdrawn: boolean
}

/** How the run of a mail ends that was taken back. */
export const withdrawnPhase = 'withdrawn'

/** The mails that an incident has asked for, those of what it took in too. */
export async function readMails(db: Db, incidentId: string): Promise<AskedMail[]> {
  const rows = await db.$queryRaw<{ client: string; phase: string; runId: string; isWithdrawn: boolean }[]>`
    SELECT m.client, m.phase, m.run_id AS "runId",
      coalesce(r.ended_at IS NOT NULL AND r.phase = ${withdrawnPhase}, false) AS "isWithdrawn"
    FROM incident_mails m LEFT JOIN workflow_runs r ON r.id = m.run_id
    WHERE m.incident_id = ${incidentId} ORDER BY m.client, m.phase`
  return rows.map((row) => ({ ...row, phase: MailPhase.parse(row.phase) }))
}

const leftStates = ['done', 'executed', 'dry_run']

/** What became of a mail by its run. */
export async function readFate(db: Db, runId: string): Promise<MailFate> {
  const run = await db.workflowRun.findUnique({
    where: { id: runId },
    select: { phase: true, endedAt: true },
  })
  if (run === null) return 'stopped'
  if (run.endedAt === null) return 'open'
  return leftStates.includes(run.phase ?? '') ? 'left' : 'stopped'
}
