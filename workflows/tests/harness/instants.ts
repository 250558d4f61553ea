import { setTimeout as wait } from 'node:timers/promises'
import type { Db } from '@hub/prisma'

/** Waits until the execution of an approved action has just begun, at most `timeoutMs`. */
export async function untilExecuting(db: Db, timeoutMs: number): Promise<void> {
  const since = new Date()
  const until = Date.now() + timeoutMs
  while (Date.now() < until) {
    if ((await db.approval.count({ where: { executingAt: { gte: since } } })) > 0) return
    await wait(2)
  }
}

/** Waits until `count` has grown, at most `timeoutMs`. */
export async function untilMore(count: () => number, timeoutMs: number): Promise<void> {
  const before = count()
  const until = Date.now() + timeoutMs
  while (Date.now() < until && count() <= before) await wait(1)
}
