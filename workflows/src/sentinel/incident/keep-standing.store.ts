import { createHash } from 'node:crypto'
import type { Tx } from '@hub/prisma'
import { inTransaction } from '@hub/safeguard'
import type { WorkflowsContext } from '../../context.ts'
import { insertRun } from '../../engine/runs.store.ts'
import type { DueMail, Standing } from './case-file.ts'
import { standingEvent } from './incident-event.ts'
import { withdrawStale } from './withdraw-mails.store.ts'

/** Name of the workflow of one mail to a client. */
export const mailWorkflow = 'sentinel-mail'

/**
 * Keeps how an incident stands, tells it when that is new, takes back the mails that no longer say so, and starts the
 * runs of those that are due: all of it or nothing, and once however often it is repeated. An incident that became
 * part of another meanwhile is left as it is: the other one writes to its clients.
 */
export async function keepStanding(ctx: WorkflowsContext, standing: Standing): Promise<null> {
  const { incidentId, view, phase, ticketId, isFailing } = standing
  await inTransaction(ctx, async ({ tx, now, emit }) => {
    if (await lockMerged(tx, incidentId)) return
    const { count } = await tx.incident.updateMany({
      where: {
        id: incidentId,
        NOT: { AND: [{ verdict: view.verdict }, { phase }, { ticketId }] },
      },
      data: { verdict: view.verdict, phase, ticketId },
    })
    if (count > 0) emit('workflow:alert_detected', standingEvent(standing))
    await withdrawStale(tx, { incidentId, isFailing, verdict: view.verdict })
    for (const mail of standing.mails) await startMail(tx, { standing, mail, now })
  })
  return null
}

/** Keeps the incident from becoming part of another until the transaction ends. @returns whether it is already */
async function lockMerged(tx: Tx, incidentId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isMerged: boolean }[]>`
    SELECT merged_into IS NOT NULL AS "isMerged" FROM incidents WHERE id = ${incidentId} FOR UPDATE`
  return rows[0]?.isMerged ?? true
}

async function startMail(
  tx: Tx,
  { standing, mail, now }: { standing: Standing; mail: DueMail; now: Date },
): Promise<void> {
  const { incidentId, ticketId, isDryRun, view } = standing
  const { client, subject, body, after } = mail
  const id = await claimMail(tx, incidentId, mail)
  if (id === null) return
  const run = {
    id,
    workflow: mailWorkflow,
    title: `${incidentId} – ${subject}`,
    input: { client, subject, body, ticketId, after, verdict: view.verdict },
    clientName: client,
    ...(ticketId !== null && { ticketId }),
    isDryRun,
  }
  await insertRun(tx, run, now)
}

/** Of one client and phase there is one mail, or one more for each that was taken back, within reason. */
const mostAsked = 4

/** @returns the id of the new run; null when somebody has started it, or enough were asked for */
async function claimMail(
  tx: Tx,
  incidentId: string,
  { client, phase, replaces = null }: DueMail,
): Promise<string | null> {
  const first = `${mailWorkflow}:${incidentId}:${shortHash(client)}:${phase}`
  if (replaces === null) {
    const { count } = await tx.incidentMail.createMany({
      data: [{ incidentId, client, phase, runId: first }],
      skipDuplicates: true,
    })
    return count === 0 ? null : first
  }
  // One that was taken over from another incident bears the name of that one.
  const asked = replaces.startsWith(first) ? Number(/:(\d+)$/.exec(replaces)?.[1] ?? 1) : 0
  if (asked >= mostAsked) return null
  const runId = asked === 0 ? first : `${first}:${asked + 1}`
  const where = { incidentId, client, phase, runId: replaces }
  const { count } = await tx.incidentMail.updateMany({ where, data: { runId } })
  return count === 0 ? null : runId
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
