import { randomUUID } from 'node:crypto'
import { type Actor, actorKey, type DecisionKind } from '@hub/contracts'
import type { Prisma, Tx } from '@hub/prisma'
import { readApproval } from '../../src/approvals/approval.store.ts'
import { previewSeenAt } from '../../src/approvals/preview-seen.ts'
import type { Event, Role } from './cells.ts'
import { type Made, reason, told } from './make-request.ts'
import { type Cast, claimedLevel } from './people.ts'

interface RawAct {
  event: Event
  role: Role
  made: Made
  now: Date
}

const decisions: Partial<Record<Event, DecisionKind>> = {
  approve: 'approve',
  reject: 'reject',
  defer: 'defer',
  cancel: 'cancel',
  break_glass: 'break_glass',
  grant: 'grant',
  verdict: 'verdict',
}

/** Writes what the code would write for an event, past the code: rows with every column filled. */
export async function writeRaw(tx: Tx, cast: Cast, raw: RawAct): Promise<void> {
  const { event, role, made, now } = raw
  const kind = decisions[event]
  if (kind) return writeDecision(tx, cast, { ...raw, kind })
  if (event === 'comment') return writeComment(tx, cast.of[role], { made, now })
  await tx.approval.update({ where: { id: made.id }, data: columnsFor(event, now) })
}

const idOf = (actor: Actor) => (actor.type === 'user' ? actor.userId : actorKey(actor))

async function writeDecision(tx: Tx, cast: Cast, raw: RawAct & { kind: DecisionKind }): Promise<void> {
  const { kind, role, made, now } = raw
  const actor = cast.of[role]
  const userId = idOf(actor)
  const isFor = role === 'requesterDelegate' && ['approve', 'reject', 'defer'].includes(kind)
  const row = await readApproval(tx, made.id)
  await tx.approvalDecision.create({
    data: {
      ...{ approvalId: made.id, kind, userId, displayName: role, accreditation: claimedLevel(actor) },
      onBehalfOf: isFor ? cast.user('requester').userId : null,
      ...{ digest: made.digest, reason, stepUp: 'password', at: now },
      until: kind === 'defer' ? new Date(now.getTime() + 600_000) : null,
      previewSeenAt: previewSeenAt(row, userId),
      grantId: kind === 'grant' ? made.grantId : null,
      verdict: kind === 'verdict' ? 'executed' : null,
    },
  })
}

async function writeComment(tx: Tx, actor: Actor, { made, now }: { made: Made; now: Date }): Promise<void> {
  await tx.approvalComment.create({
    data: {
      id: randomUUID(),
      approvalId: made.id,
      userId: idOf(actor),
      displayName: 'x',
      body: 'Is it the right person?',
      at: now,
    },
  })
}

const outcomeAt = (now: Date) => ({
  summary: told,
  verification: null,
  finishedAt: now.toISOString(),
  undo: null,
})

/** The columns that go with each state. */
export function columnsOfState(state: string, now: Date): Prisma.ApprovalUpdateInput {
  switch (state) {
    case 'approved':
      return { state, decidedAt: now }
    case 'rejected':
      return { state, decidedAt: now, finishedAt: now }
    case 'executing':
      return { state, executingAt: now, aliveAt: now }
    case 'executed':
    case 'failed':
    case 'unknown':
      return { state, finishedAt: now, outcome: outcomeAt(now) }
    default:
      return { state, finishedAt: now }
  }
}

function columnsFor(event: Event, now: Date): Prisma.ApprovalUpdateInput {
  switch (event) {
    case 'expire':
      return columnsOfState('expired', now)
    case 'consume':
      return columnsOfState('executing', now)
    case 'finish_executed':
      return columnsOfState('executed', now)
    case 'finish_failed':
      return columnsOfState('failed', now)
    case 'finish_unknown':
      return columnsOfState('unknown', now)
    case 'reconcile':
      return { ...columnsOfState('executed', now), reconciledAt: now }
    default:
      throw new Error(`${event} is no change of columns`)
  }
}
