import { createHash } from 'node:crypto'
import type { Tx } from '@hub/prisma'
import { inTransaction } from '@hub/safeguard'
import type { WorkflowsContext } from '../../context.ts'
import { insertRun } from '../../engine/runs.store.ts'
import type { DueMail, Standing } from './case-file.ts'
import { standingEvent } from './incident-event.ts'

/** Name of the workflow of one mail to a client. */
export const mailWorkflow = 'sentinel-mail'

/**
 * Keeps how an incident stands, tells it when that is new, and starts the runs of the mails that are due: all of it or
 * nothing, and once however often it is repeated.
 */
export async function keepStanding(ctx: WorkflowsContext, standing: Standing): Promise<null> {
  const { incidentId, view, phase, ticketId } = standing
  await inTransaction(ctx, async ({ tx, now, emit }) => {
    const { count } = await tx.incident.updateMany({
      where: {
        id: incidentId,
        NOT: { AND: [{ verdict: view.verdict }, { phase }, { ticketId }] },
      },
      data: { verdict: view.verdict, phase, ticketId },
    })
    if (count > 0) emit('workflow:alert_detected', standingEvent(standing))
    for (const mail of standing.mails) await startMail(tx, { standing, mail, now })
  })
  return null
}

async function startMail(
  tx: Tx,
  { standing, mail, now }: { standing: Standing; mail: DueMail; now: Date },
): Promise<void> {
  const { incidentId, ticketId, isDryRun } = standing
  const { client, phase } = mail
  const id = `${mailWorkflow}:${incidentId}:${shortHash(client)}:${phase}`
  const { count } = await tx.incidentMail.createMany({
    data: [{ incidentId, client, phase, runId: id }],
    skipDuplicates: true,
  })
  if (count === 0) return
  const run = {
    id,
    workflow: mailWorkflow,
    title: `${incidentId} – ${mail.subject}`,
    input: { client, subject: mail.subject, body: mail.body, ticketId, after: mail.after },
    clientName: client,
    ...(ticketId !== null && { ticketId }),
    isDryRun,
  }
  await insertRun(tx, run, now)
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
