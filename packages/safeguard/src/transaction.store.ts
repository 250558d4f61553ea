import type { EventType, HubEvent } from '@hub/contracts'
import { appendEvents, type NewEvent, type Prisma, type Tx } from '@hub/prisma'
import { type AuditEntry, type AuditedWrites, appendAudit } from './audit/append-audit.store.ts'
import type { SafeguardContext } from './context.ts'

/** One change of the gate: rows, audit and events stand or fall together. */
export interface Change {
  tx: Tx
  now: Date
  /** Adds a row to the audit chain, after what it is about. */
  audit(entry: Omit<AuditEntry, 'at'>, about?: AuditedWrites): Promise<void>
  /** Tells an event once the change is committed; it is recorded with the next audit row, at the latest at the end. */
  emit(type: EventType, data: Prisma.InputJsonObject): void
  /** The same change at the time that it is after a wait, for a lock for instance. */
  afterWait(): Change
}

interface Parts {
  tx: Tx
  /** To be recorded. */
  waiting: NewEvent[]
  /** To be published after the commit. */
  recorded: HubEvent[]
}

/** Runs `work` in a transaction and publishes its events after the commit. */
export async function inTransaction<T>(
  ctx: SafeguardContext,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  const { result, recorded } = await ctx.db.$transaction(async (tx) => {
    const parts: Parts = { tx, waiting: [], recorded: [] }
    const result = await work(changeOf(ctx, parts))
    parts.recorded.push(...(await appendEvents(tx, parts.waiting)))
    return { result, recorded: parts.recorded }
  })
  for (const event of recorded) await ctx.bus.publish(event)
  return result
}

function changeOf(ctx: SafeguardContext, parts: Parts): Change {
  const { tx, waiting, recorded } = parts
  const now = ctx.clock.now()
  return {
    tx,
    now,
    audit: async (entry, about) => {
      const written = { ...about, events: waiting.splice(0) }
      recorded.push(...(await appendAudit(tx, { ...entry, at: now }, written)))
    },
    emit: (type, data) => void waiting.push({ type, at: now, data }),
    afterWait: () => changeOf(ctx, parts),
  }
}
