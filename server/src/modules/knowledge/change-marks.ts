import {
  type KnowledgeMark,
  type MarkPassageInput,
  NotFoundError,
  type ResolveMarkInput,
  type User,
} from '@hub/contracts'
import { listMarks, markPassage, resolveMark } from '@hub/knowledge'
import { type Change, inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'
import { userActor } from '../auth/index.ts'

const personOf = ({ id: userId, displayName }: User) => ({ userId, displayName })

/** Marks a passage, on the record. Throws what `markPassage` throws. */
export function makeMark(
  ctx: ServerContext,
  { chunkId, input, user }: { chunkId: string; input: MarkPassageInput; user: User },
): Promise<KnowledgeMark> {
  return inTransaction(ctx, async (change) => {
    const { tx, now } = change
    const who = { by: personOf(user), audience: user.accreditation, now }
    const id = await markPassage(tx, { chunkId, input, ...who })
    return record(change, { id, user, action: 'knowledge.mark' })
  })
}

/** Confirms or dismisses a mark, on the record. Throws what `resolveMark` throws. */
export function decideMark(
  ctx: ServerContext,
  { id, input, user }: { id: string; input: ResolveMarkInput; user: User },
): Promise<KnowledgeMark> {
  return inTransaction(ctx, async (change) => {
    const { tx, now } = change
    await resolveMark(tx, { id, input, by: personOf(user), audience: user.accreditation, now })
    return record(change, { id, user, action: `knowledge.mark_${input.decision}` })
  })
}

async function record(
  change: Change,
  { id, user, action }: { id: string; user: User; action: string },
): Promise<KnowledgeMark> {
  const [mark] = await listMarks(change.tx, { id, limit: 1, audience: user.accreditation })
  if (!mark) throw new NotFoundError(`There is no mark ${id}`, { reason: 'knowledge.mark' })
  const { documentId, path, headingPath, kind } = mark
  await change.audit({
    actor: userActor(user),
    action,
    subjectType: 'knowledge_mark',
    subjectId: id,
    details: { documentId, path, headingPath, kind },
  })
  return mark
}
