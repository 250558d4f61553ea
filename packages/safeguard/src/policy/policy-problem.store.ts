import type { Db } from '@hub/prisma'
import type { SafeguardContext } from '../context.ts'
import { type Change, inTransaction } from '../transaction.store.ts'
import { theGate } from './record-policy.store.ts'

/** What one process finds wrong with its policy file. */
export interface FoundProblem {
  /** Id of the process. */
  reporter: string
  message: string
  /** Of the content of the file; null when it cannot be read. */
  fileHash: string | null
  /** Version of the policy that stays in force. */
  version: string
}

/** A process that is silent for longer is gone, and its problem with it. */
const silentAfterMs = 60_000

/**
 * Remembers what is wrong with the file of a process, since when; said again, that it is still so. The event and the
 * audit row are written once, whichever of several processes with the same bad file is the first.
 * @returns true when nobody had said so
 */
export async function recordPolicyProblem(ctx: SafeguardContext, found: FoundProblem): Promise<boolean> {
  return inTransaction(ctx, async (change) => {
    const { tx, now } = change
    await tx.$queryRaw`SELECT id FROM policy_state WHERE id = 1 FOR UPDATE`
    const { reporter, message, fileHash } = found
    const same = { message, fileHash }
    const own = await tx.policyProblem.updateMany({ where: { reporter, ...same }, data: { seenAt: now } })
    if (own.count > 0) return false
    const isKnown = (await tx.policyProblem.count({ where: { ...same, ...aliveAt(now) } })) > 0
    const problem = { ...same, since: now, seenAt: now }
    await tx.policyProblem.upsert({
      where: { reporter },
      create: { reporter, ...problem },
      update: problem,
    })
    if (!isKnown) await tell(change, found)
    return !isKnown
  })
}

/** The process has a good file again. Nobody else can say so: each has a file of its own. */
export async function clearPolicyProblem({ db }: SafeguardContext, reporter: string): Promise<void> {
  await db.policyProblem.deleteMany({ where: { reporter } })
}

/** @returns the newest problem that a living process has with its file, null when all is well */
export async function findPolicyProblem(db: Db, now: Date): Promise<{ message: string; since: Date } | null> {
  return db.policyProblem.findFirst({
    where: aliveAt(now),
    orderBy: [{ since: 'desc' }, { reporter: 'asc' }],
    select: { message: true, since: true },
  })
}

const aliveAt = (now: Date) => ({ seenAt: { gte: new Date(now.getTime() - silentAfterMs) } })

/** The event names no content of the file: it goes to more people than may read the policy. */
async function tell(change: Change, { message, fileHash, version }: FoundProblem): Promise<void> {
  change.emit('safeguard:policy_problem', { version, fileHash })
  await change.audit({
    actor: theGate,
    action: 'policy.problem',
    subjectType: 'policy',
    subjectId: version,
    details: { problem: message, fileHash },
  })
}
