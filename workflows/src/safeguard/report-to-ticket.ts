import { AppError, ApprovalOutcome, actorKey, LocalizedText } from '@hub/contracts'
import { type ApprovalRow, findUnreported } from '@hub/safeguard'
import { callTool } from '../call-tool.ts'
import type { WorkflowsContext } from '../context.ts'
import { claimReport, endReport, findCarrier } from './claim-report.store.ts'
import type { Pauses } from './pauses.ts'

/** A ticket that refuses the followup this often is left alone. */
const maxTries = 10

const reporterName = 'safeguard-report'
const reporter = (runId: string) => ({ type: 'workflow' as const, name: reporterName, runId })

/** Writes how requests ended into their tickets, as a private followup, once each; after a failure comes a pause. */
export async function reportToTickets(ctx: WorkflowsContext, pauses: Pauses): Promise<void> {
  const wanted = { maxTries, reporter: actorKey(reporter('')) }
  for (const row of await findUnreported(ctx.db, wanted)) await reportOne(ctx, row, pauses)
}

async function reportOne(ctx: WorkflowsContext, row: ApprovalRow, pauses: Pauses): Promise<void> {
  const now = ctx.clock.now()
  const { id, state, finishedAt } = row
  const key = reportKey(row)
  if (!pauses.isDue(key)) return
  if (!(await claimReport(ctx.db, { id, state, finishedAt, now }))) return
  pauses.failed(key)
  try {
    await endReport(ctx.db, row, await writeReport(ctx, row))
    pauses.done(key)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await endReport(ctx.db, row, { reportTries: triesAfter(row, error), aliveAt: null })
    ctx.log.warn({ approvalId: row.id, ticketId: row.ticketId, reason: error.reason }, 'followup not written')
  }
}

type Progress = Parameters<typeof endReport>[2]

/** Writes the followup, unless a request for it was made: then that one says what became of it. */
async function writeReport(ctx: WorkflowsContext, row: ApprovalRow): Promise<Progress> {
  const actor = reporter(row.id)
  const asked = { requesterKey: actorKey(actor), key: reportKey(row) }
  const carrier = await findCarrier(ctx.db, asked)
  if (carrier) return progressOf(ctx, row, carrier)
  const outcome = await callTool(
    ctx,
    { actor, locale: 'fr' },
    {
      name: 'glpi_add_followup',
      arguments: {
        ticketId: row.ticketId,
        content: reportText(row),
        isPrivate: true,
        idempotencyKey: asked.key,
      },
    },
  )
  if (outcome.status === 'ok') return { reportedAt: ctx.clock.now() }
  ctx.log.info(
    { approvalId: row.id, carrier: outcome.approval?.approvalId },
    'followup waits for an approval',
  )
  return { aliveAt: null }
}

/** People said what becomes of the followup: asking them again would be nagging. */
function progressOf(
  ctx: WorkflowsContext,
  row: ApprovalRow,
  carrier: NonNullable<Awaited<ReturnType<typeof findCarrier>>>,
): Progress {
  const { id, state, finishedAt } = carrier
  if (state === 'executed') return { reportedAt: finishedAt ?? ctx.clock.now() }
  if (!['rejected', 'expired', 'cancelled', 'failed'].includes(state)) return { aliveAt: null }
  ctx.log.warn({ approvalId: row.id, ticketId: row.ticketId, carrier: id, state }, 'followup given up')
  return { reportTries: maxTries, aliveAt: null }
}

/** An outcome that was unknown first is told again once it is settled. */
function reportKey(row: ApprovalRow): string {
  const isSettled = row.reconciledAt !== null || row.decisions.some(({ kind }) => kind === 'verdict')
  return isSettled ? `${row.id}.settled` : row.id
}

/** Only a refusal counts: a system that is away is asked until it is back. */
function triesAfter(row: ApprovalRow, { code }: AppError): number {
  if (code === 'NOT_FOUND') return maxTries
  const isAway = code === 'UPSTREAM_FAILED' || code === 'INTERNAL' || code === 'LIMIT_EXCEEDED'
  return isAway ? row.reportTries : row.reportTries + 1
}

const stateWords: Record<string, string> = {
  executed: 'Action exécutée',
  failed: 'Action non aboutie',
  unknown: 'Issue inconnue, à vérifier à la main',
  rejected: 'Demande refusée, rien n’a été exécuté',
  expired: 'Demande expirée, rien n’a été exécuté',
}

const decisionWords: Record<string, string> = {
  approve: 'approuvé par',
  reject: 'refusé par',
  break_glass: 'bris de glace par',
  grant: 'autorisé d’avance par',
}

/** The followup: what, the outcome, who asked, who decided; never a password. */
function reportText(row: ApprovalRow): string {
  const outcome = ApprovalOutcome.nullable().parse(row.outcome)
  const deciders = row.decisions.flatMap(({ kind, displayName, grantId }) => {
    const words = decisionWords[kind]
    return words === undefined ? [] : [`${words} ${displayName}${grantId === null ? '' : ` (${grantId})`}`]
  })
  return [
    `SAFEGUARD ${row.id} - ${LocalizedText.parse(row.sentence).fr}`,
    `${stateWords[row.state] ?? row.state}. ${outcome?.summary.fr ?? ''} ${outcome?.verification?.detail.fr ?? ''}`.trim(),
    `Demandé par ${requesterName(row.requestedBy)}${deciders.length > 0 ? ` ; ${deciders.join(', ')}` : ''}.`,
  ].join('\n')
}

function requesterName(requester: unknown): string {
  const known = typeof requester === 'object' && requester !== null ? requester : {}
  if ('displayName' in known) return String(known.displayName)
  return 'name' in known ? String(known.name) : 'inconnu'
}
