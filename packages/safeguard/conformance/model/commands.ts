import { AppError, type UserActor } from '@hub/contracts'
import fc from 'fast-check'
import { approveRequest } from '../../src/approvals/approve-request.ts'
import { cancelRequest } from '../../src/approvals/cancel-request.ts'
import { consumeApproval } from '../../src/approvals/consume-approval.ts'
import { deferRequest } from '../../src/approvals/defer-request.ts'
import { expireDue } from '../../src/approvals/expire-due.ts'
import { recordOutcome } from '../../src/approvals/record-outcome.ts'
import { rejectRequest } from '../../src/approvals/reject-request.ts'
import { breakGlass } from '../../src/break-glass/break-glass.ts'
import { addComment } from '../../src/comments/add-comment.ts'
import { createDelegation } from '../../src/delegations/create-delegation.ts'
import { expireGrants } from '../../src/grants/expire-grants.ts'
import { giveVerdict } from '../../src/outcomes/give-verdict.ts'
import { recordLook } from '../../src/outcomes/record-look.ts'
import { seePreview } from '../../src/views/see-preview.ts'
import {
  answerGrant,
  askForGrant,
  askUnderGrants,
  drawGrant,
  makeGrant,
  openRequest,
  revokeOne,
  withdrawOne,
} from './asking.ts'
import { checkInvariants, type History } from './invariants.ts'
import { pick, type Subject, type World } from './world.ts'

/** What a random step works on. */
interface Drawn {
  subject: Subject
  actor: UserActor
  other: UserActor
  number: number
}
type Verb = (world: World, drawn: Drawn) => Promise<unknown>

const reason = 'drawn'
const inMs = ({ ctx }: World, ms: number) => new Date(ctx.clock.now().getTime() + ms).toISOString()
const executor = { type: 'workflow', name: 'safeguard', runId: 'r1' } as const
const told = { fr: 'Fait.', en: 'Done.' }
const of = <T>(list: readonly T[], number: number): T => list[number % list.length] as T

const verbs: Record<string, Verb> = {
  approve: ({ ctx }, { subject, actor, number }) => {
    const input = { digest: number % 9 === 0 ? 'f'.repeat(64) : subject.digest, reason }
    return approveRequest(ctx, { approvalId: subject.id, actor, input, provedBy: 'password' })
  },
  approveFor: ({ ctx, delegations }, { subject, actor, other, number }) => {
    const { from, to } = pick(delegations, number) ?? { from: other, to: actor }
    const input = { digest: subject.digest, reason, onBehalfOf: from.userId }
    return approveRequest(ctx, { approvalId: subject.id, actor: to, input, provedBy: 'password' })
  },
  approveUnproved: ({ ctx }, { subject, actor }) =>
    approveRequest(ctx, { approvalId: subject.id, actor, input: { digest: subject.digest } }),
  reject: ({ ctx }, { subject, actor }) =>
    rejectRequest(ctx, { approvalId: subject.id, actor, input: { digest: subject.digest, reason } }),
  defer: (world, { subject, actor, number }) => {
    const input = { digest: subject.digest, until: inMs(world, (number % 90) * 60_000) }
    return deferRequest(world.ctx, { approvalId: subject.id, actor, input })
  },
  cancel: ({ ctx }, { subject }) => {
    const { requester } = subject.request
    if (requester.type !== 'user') throw new Error('asked by a person')
    return cancelRequest(ctx, { approvalId: subject.id, actor: requester, input: { digest: subject.digest } })
  },
  see: ({ ctx }, { subject, actor }) =>
    seePreview(ctx, { approvalId: subject.id, actor, input: { digest: subject.digest } }),
  breakGlass: ({ ctx }, { subject, actor }) => {
    const input = { digest: subject.digest, reason }
    return breakGlass(ctx, { approvalId: subject.id, actor, input, provedBy: 'password' })
  },
  consume: ({ ctx }, { subject }) => consumeApproval(ctx, subject.action),
  consumeTwice: ({ ctx }, { subject }) =>
    Promise.allSettled([1, 2].map(() => consumeApproval(ctx, subject.action))),
  consumeOther: ({ ctx }, { subject }) =>
    consumeApproval(ctx, { ...subject.action, arguments: { login: 'somebody.else' } }),
  finish: ({ ctx }, { subject, number }) => {
    const state = of(['executed', 'unknown', 'failed', 'unknown'] as const, number)
    const end = { approvalId: subject.id, state, actor: executor, summary: told, verification: null }
    return recordOutcome(ctx, end)
  },
  verdict: ({ ctx }, { subject, actor, number }) => {
    const verdict = of(['executed', 'failed'] as const, number)
    const input = { digest: subject.digest, verdict, reason }
    return giveVerdict(ctx, { approvalId: subject.id, actor, input })
  },
  look: ({ ctx }, { subject, actor, number }) => {
    const answer = of(['yes', 'no', 'unknown'] as const, number)
    return recordLook(ctx, { approvalId: subject.id, actor, answer })
  },
  comment: ({ ctx }, { subject, actor }) =>
    addComment(ctx, { approvalId: subject.id, actor, input: { body: reason } }),
  expire: ({ ctx }) => Promise.all([expireDue(ctx), expireGrants(ctx)]),
  delegate: async (world, { actor, other }) => {
    const input = { toUserId: other.userId, startsAt: inMs(world, 0), endsAt: inMs(world, 3_600_000) }
    await createDelegation(world.ctx, { actor, input })
    world.delegations.push({ from: actor, to: other })
  },
  grant: (world, { actor, other }) => makeGrant(world, actor, other),
  askForGrant: (world, { actor, other }) => askForGrant(world, actor, other),
  answerGrant: async (world, { actor, number }) => {
    const decision = number % 3 === 0 ? 'reject' : 'approve'
    return answerGrant(world, actor, { grant: drawGrant(world, number), decision })
  },
  withdraw: (world, { actor, number }) => withdrawOne(world, actor, number),
  revoke: (world, { actor, number }) => revokeOne(world, actor, number),
  askUnderGrants: (world, { actor }) => askUnderGrants(world, actor),
  toggleAccount: ({ gate }, { actor, number }) =>
    gate.ctx.db.user.update({ where: { id: actor.userId }, data: { isActive: number % 3 !== 0 } }),
}

/** States in which a verb may work: most steps aim at one, the others go anywhere. */
const aims: Record<string, string> = {
  consume: 'approved',
  finish: 'executing',
  verdict: 'unknown',
  look: 'unknown',
  breakGlass: 'pending',
}

function aimed(
  { states }: History,
  world: World,
  { verb, drawn }: { verb: string; drawn: number },
): Subject | undefined {
  const wanted = drawn % 4 === 0 ? undefined : aims[verb]
  const fitting = world.subjects.filter(({ id }) => states.get(id) === wanted)
  return pick(fitting, drawn) ?? pick(world.subjects.slice(-3), drawn)
}

/** How much was done, and how often each verb was not refused. */
export interface Counts {
  steps: number
  worked: Record<string, number>
}

/** One drawn step: the verb works or is refused with an AppError, and every invariant holds afterwards. */
class Step implements fc.AsyncCommand<History, World> {
  readonly verb: string
  readonly numbers: [number, number, number, number]
  readonly counts: Counts
  constructor(verb: string, numbers: [number, number, number, number], counts: Counts) {
    this.verb = verb
    this.numbers = numbers
    this.counts = counts
  }
  check = () => true
  async run(history: History, world: World): Promise<void> {
    const [about, who, whoElse, number] = this.numbers
    const subject =
      aimed(history, world, { verb: this.verb, drawn: about }) ?? (await openRequest(world, number))
    const [actor, other] = [of(world.people, who), of(world.people, whoElse)]
    const before = world.ctx.clock.now()
    const { counts, verb } = this
    counts.steps += 1
    try {
      await verbs[verb]?.(world, { subject, actor, other, number })
      counts.worked[verb] = (counts.worked[verb] ?? 0) + 1
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
    await checkInvariants(history, world, { from: before, until: world.ctx.clock.now() })
  }
  toString = () => `${this.verb}(${this.numbers.join(',')})`
}

/** A new request, mostly of L3. */
class Ask implements fc.AsyncCommand<History, World> {
  readonly number: number
  constructor(number: number) {
    this.number = number
  }
  check = () => true
  async run(_history: History, world: World): Promise<void> {
    await openRequest(world, this.number)
  }
  toString = () => `ask(${this.number})`
}

/** The clock of the process jumps, also back. */
class Jump implements fc.AsyncCommand<History, World> {
  readonly minutes: number
  constructor(minutes: number) {
    this.minutes = minutes
  }
  check = () => true
  async run(_history: History, world: World): Promise<void> {
    world.offsetMs += this.minutes * 60_000
  }
  toString = () => `jump(${this.minutes} min)`
}

const drawn = fc.nat({ max: 10_000 })
const numbers = fc.tuple(drawn, drawn, drawn, drawn)
const often = [
  ...['approve', 'approve', 'approve', 'approveFor', 'see', 'see', 'breakGlass', 'delegate'],
  ...['consume', 'consume', 'finish', 'finish', 'finish', 'verdict', 'verdict', 'verdict', 'look', 'look'],
]

/** What a run is made of; refused steps count too. */
export function steps(counts: Counts) {
  for (const verb of Object.keys(verbs)) counts.worked[verb] = 0
  return [
    drawn.map((number) => new Ask(number)),
    fc.integer({ min: -20, max: 40 }).map((minutes) => new Jump(minutes)),
    ...[...Object.keys(verbs), ...often].map((verb) => numbers.map((one) => new Step(verb, one, counts))),
  ]
}
