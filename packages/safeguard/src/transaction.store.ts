import type { EventType, HubEvent } from '@hub/contracts'
import { appendEvent, type Prisma, type Tx } from '@hub/prisma'
import { type AuditEntry, appendAudit } from './audit/append-audit.store.ts'
import type { SafeguardContext } from './context.ts'

/** One change of the gate: rows, audit and events stand or fall together. */
export interface Change {
  tx: Tx
  now: Date
  audit(entry: Omit<AuditEntry, 'at'>): Promise<void>
  emit(type: EventType, data: Prisma.InputJsonObject): Promise<void>
  /** The same change at the time that it is after a wait, for a lock for instance. */
  afterWait(): Change
}

/** Runs `work` in a transaction and publishes its events after the commit. */
export async function inTransaction<T>(
  ctx: SafeguardContext,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  const events: HubEvent[] = []
  const result = await ctx.db.$transaction(async (tx) => {
    events.length = 0
    return work(changeOf(ctx, { tx, events }))
  })
  for (const event of events) await ctx.bus.publish(event)
  return result
}

function changeOf(ctx: SafeguardContext, parts: { tx: Tx; events: HubEvent[] }): Change {
  const { tx, events } = parts
  const now = ctx.clock.now()
  return {
    tx,
    now,
    audit: (entry) => appendAudit(tx, { ...entry, at: now }),
    emit: async (type, data) => void events.push(await appendEvent(tx, { type, at: now, data })),
    afterWait: () => changeOf(ctx, parts),
  }
}
