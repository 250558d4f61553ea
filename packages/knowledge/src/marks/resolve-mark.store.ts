import {
  type Accreditation,
  ConflictError,
  ForbiddenError,
  KnowledgeMark,
  NotFoundError,
  type ResolveMarkInput,
} from '@hub/contracts'
import type { Tx } from '@hub/prisma'
import { readableAudiences } from '../audience.policy.ts'
import type { RunStarter } from '../ingest/ingest-run.store.ts'

/** From which states a decision leads on: a confirmed mark can still turn out to be mistaken. */
const from = { confirm: ['open'], dismiss: ['open', 'confirmed'] }
const stateAfter = { confirm: 'confirmed', dismiss: 'dismissed' }

/**
 * Confirms a mark, whose passage searches then leave out, or dismisses it. Nobody makes a passage unfindable alone:
 * who made the mark does not confirm it.
 * @throws NotFoundError `knowledge.mark`, ForbiddenError `knowledge.mark_own`, ConflictError `knowledge.mark_resolved`
 * when that was decided already
 */
export async function resolveMark(
  tx: Tx,
  command: { id: string; input: ResolveMarkInput; by: RunStarter; audience: Accreditation; now: Date },
): Promise<void> {
  const { id, input, by, audience, now } = command
  const { decision, note } = input
  const audiences = { in: readableAudiences(audience) }
  const readable = { id, audience: audiences, document: { audience: audiences } }
  const mark = await tx.knowledgeMark.findFirst({ where: readable, select: { markedBy: true } })
  if (!mark) throw new NotFoundError(`There is no mark ${id}`, { reason: 'knowledge.mark' })
  if (decision === 'confirm' && KnowledgeMark.shape.by.parse(mark.markedBy).userId === by.userId)
    throw new ForbiddenError('Who made the mark does not confirm it', { reason: 'knowledge.mark_own' })
  const { count } = await tx.knowledgeMark.updateMany({
    where: { ...readable, state: { in: from[decision] } },
    data: {
      state: stateAfter[decision],
      resolvedBy: { ...by },
      resolvedAt: now,
      resolution: note ?? null,
    },
  })
  if (count === 1) return
  throw new ConflictError('The mark is decided already', { reason: 'knowledge.mark_resolved' })
}
