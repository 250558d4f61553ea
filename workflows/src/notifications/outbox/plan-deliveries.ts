import type { HubEvent } from '@hub/contracts'
import { eventsAfter } from '@hub/prisma'
import type { Channel } from '../channels/channel.ts'
import type { NotificationsContext } from '../context.ts'
import { readGrants } from '../message/grant-facts.store.ts'
import { readRequests } from '../message/request-facts.store.ts'
import { moveCursor, openCursor } from './cursor.store.ts'
import { insertDeliveries } from './outbox.store.ts'
import { grantIdOf, requestIdOf, wantsGrant, wantsKind, wantsRequest } from './wanted.policy.ts'

const batch = 500
/**
 * Ids are given before the commit, so an event can appear below one that is known. No transaction lives as long as
 * this: below an event that is older, nothing appears any more.
 */
const settledMs = 120_000

/**
 * Puts what happened since the last time into the outbox of one channel. Events that are not settled are read again
 * each time; the outbox takes each of them once.
 * @returns how many messages are new
 */
export async function planDeliveries(ctx: NotificationsContext, channel: Channel): Promise<number> {
  const settledBefore = new Date(ctx.clock.now().getTime() - settledMs).toISOString()
  let planned = 0
  const cursor = await openCursor(ctx.db, channel.name)
  let settledId = cursor
  let isSettled = true
  for (let readUpTo = cursor; ; ) {
    const events = await eventsAfter(ctx.db, readUpTo, batch)
    planned += await planEvents(ctx, channel, events)
    for (const { id, at } of events) {
      isSettled &&= at < settledBefore
      if (isSettled) settledId = id
    }
    const last = events.at(-1)
    if (!last || events.length < batch) break
    readUpTo = last.id
  }
  if (settledId > cursor) await moveCursor(ctx.db, channel.name, settledId)
  return planned
}

async function planEvents(ctx: NotificationsContext, channel: Channel, events: HubEvent[]): Promise<number> {
  const wanted = events.filter((event) => wantsKind(channel, event))
  if (wanted.length === 0) return 0
  const requests = await readRequests(ctx.db, idsOf(wanted, requestIdOf))
  const grants = await readGrants(ctx.db, idsOf(wanted, grantIdOf))
  const told = wanted.filter((event) => {
    const [id, grantId] = [requestIdOf(event), grantIdOf(event)]
    const request = requests.get(id ?? '')
    const grant = grants.get(grantId ?? '')
    if (id !== null) return request !== undefined && wantsRequest(channel, request)
    return grantId === null || (grant !== undefined && wantsGrant(channel, grant))
  })
  const rows = told.map((event) => ({ eventId: event.id, approvalId: requestIdOf(event) }))
  return insertDeliveries(ctx.db, { channel: channel.name, rows, dueAt: ctx.clock.now() })
}

function idsOf(events: HubEvent[], idOf: (event: HubEvent) => string | null): string[] {
  return [...new Set(events.map(idOf).filter((id) => id !== null))]
}
