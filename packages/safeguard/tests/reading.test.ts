import { ForbiddenError } from '@hub/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lockApproval, readApproval } from '../src/approvals/approval.store.ts'
import type { ApprovalRow } from '../src/approvals/approval-row.ts'
import { approveRequest } from '../src/approvals/approve-request.ts'
import { consumeApproval } from '../src/approvals/consume-approval.ts'
import { deferRequest } from '../src/approvals/defer-request.ts'
import { recordOutcome } from '../src/approvals/record-outcome.ts'
import { rejectRequest } from '../src/approvals/reject-request.ts'
import { breakGlass } from '../src/break-glass/break-glass.ts'
import { reviewBreakGlass } from '../src/break-glass/review-break-glass.ts'
import { addComment } from '../src/comments/add-comment.ts'
import { giveVerdict } from '../src/outcomes/give-verdict.ts'
import { keepSecret } from '../src/secrets/keep-secret.store.ts'
import { ask, askSeen, minuteMs, type OpenGate, openGate, person } from './open-gate.ts'

let gate: OpenGate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate.close())

const executor = { type: 'workflow', name: 'safeguard', runId: 'reading' } as const
const told = { fr: 'Fait.', en: 'Done.' }
const reason = 'It burns'

/** What Prisma itself makes of the same row. */
const asPrismaReads = (id: string) =>
  gate.ctx.db.approval.findUnique({
    where: { id },
    include: {
      decisions: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      secret: true,
      breakGlass: true,
      views: { orderBy: [{ openedAt: 'asc' }, { userId: 'asc' }] },
      _count: { select: { comments: true } },
    },
  })

async function eventful(): Promise<ApprovalRow> {
  const [one, other, admin] = [person('N3'), person('N3'), person('N4')]
  const { id: approvalId, digest, createdAt } = await askSeen(gate, [one, other])
  const until = new Date(createdAt.getTime() + 5 * minuteMs).toISOString()
  await deferRequest(gate.ctx, { approvalId, actor: other, input: { digest, until, reason: 'Later' } })
  await approveRequest(gate.ctx, { approvalId, actor: one, input: { digest, reason }, provedBy: 'totp' })
  await breakGlass(gate.ctx, { approvalId, actor: admin, input: { digest, reason }, provedBy: 'password' })
  const review = { verdict: 'justified' as const, note: 'It did' }
  await reviewBreakGlass(gate.ctx, { approvalId, actor: one, input: review })
  await addComment(gate.ctx, { approvalId, actor: other, input: { body: 'Éteint ?' } })
  await keepSecret(gate.ctx, {
    approvalId,
    key: Buffer.alloc(32, 7).toString('base64url'),
    secret: 'né en été',
  })
  return readApproval(gate.ctx.db, approvalId)
}

it('gives every column and part as Prisma does', async () => {
  const row = await eventful()
  expect(row).toEqual(await asPrismaReads(row.id))
  expect(row.decisions.map(({ kind }) => kind)).toEqual(['defer', 'approve', 'break_glass'])
  expect(row.secret?.sealed).toBeInstanceOf(Uint8Array)
  expect(row).toMatchObject({ breakGlass: { verdict: 'justified' }, _count: { comments: 1 } })
  expect(row.views).toHaveLength(2)
  expect(await gate.ctx.db.$transaction((tx) => lockApproval(tx, row.id))).toEqual(row)
})

it('gives what each verb made of a request as it is stored', async () => {
  const stored = async (row: ApprovalRow) => expect(row).toEqual(await readApproval(gate.ctx.db, row.id))
  const actor = person('N2')
  const asked = await ask(gate)
  const { id: approvalId, digest } = asked
  await stored(asked)
  await stored(await approveRequest(gate.ctx, { approvalId, actor, input: { digest } }))
  const { toolName, toolVersion, policyVersion } = asked
  const action = { approvalId, toolName, toolVersion, policyVersion, executor }
  const same = { arguments: asked.arguments as Record<string, unknown>, target: asked.target as never }
  await stored(await consumeApproval(gate.ctx, { ...action, ...same }))
  const end = { approvalId, state: 'unknown', actor: executor, summary: told, verification: null } as const
  await stored(await recordOutcome(gate.ctx, end))
  const input = { verdict: 'executed' as const, reason, digest }
  await stored(await giveVerdict(gate.ctx, { approvalId, actor, input }))
  const other = await ask(gate)
  const no = { digest: other.digest, reason }
  await stored(await rejectRequest(gate.ctx, { approvalId: other.id, actor, input: no }))
})

it('counts the yes that was said while this one waited for the request', async () => {
  const people = [person('N3'), person('N3')]
  const { id: approvalId, digest } = await askSeen(gate, people)
  const input = { digest, reason }
  await Promise.all(
    people.map((actor) => approveRequest(gate.ctx, { approvalId, actor, input, provedBy: 'totp' })),
  )
  expect(await readApproval(gate.ctx.db, approvalId)).toMatchObject({ state: 'approved' })
})

it('asks what a person holds once it has the request, not before it waits', async () => {
  const actor = person('N2')
  const { id: approvalId, digest } = await ask(gate)
  let waiting: Promise<unknown> = Promise.resolve()
  await gate.ctx.db.$transaction(async (tx) => {
    await lockApproval(tx, approvalId)
    waiting = approveRequest(gate.ctx, { approvalId, actor, input: { digest } }).catch(
      (error: unknown) => error,
    )
    await new Promise((resolve) => setTimeout(resolve, 200))
    await tx.user.update({ where: { id: actor.userId }, data: { isActive: false } })
  })
  const refused = await waiting
  expect(refused).toBeInstanceOf(ForbiddenError)
  expect(refused).toMatchObject({ reason: 'approval.not_held' })
})
