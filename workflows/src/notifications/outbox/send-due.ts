import type { Channel } from '../channels/channel.ts'
import type { NotificationsContext } from '../context.ts'
import { composeGrant } from '../message/compose-grant.ts'
import { composeNotice } from '../message/compose-notice.ts'
import { readGrants } from '../message/grant-facts.store.ts'
import type { Notice } from '../message/notice.ts'
import { kindOf } from '../message/notice-kinds.ts'
import { readRequests } from '../message/request-facts.store.ts'
import { sendNotice } from '../send/send-notice.ts'
import type { Verdict } from '../send/verdict.ts'
import type { ChannelHealth } from './channel-health.ts'
import { claimNext } from './claim-next.store.ts'
import { type Claimed, type Ending, endTry, holdChannel } from './outbox.store.ts'
import { readEvent } from './read-event.store.ts'
import { staleReason, waitMs } from './retry.policy.ts'
import { grantIdOf } from './wanted.policy.ts'

/** One channel as the sender works it off. */
export interface Line {
  channel: Channel
  timeZone: string
  health: ChannelHealth
}

/** Sends what is due on one channel, one message after the other. */
export async function sendDue(
  ctx: NotificationsContext,
  line: Line,
  isStopping: () => boolean,
): Promise<void> {
  const { name: channel, perMinute } = line.channel
  while (!isStopping() && !line.health.isPaused(ctx.clock.now())) {
    const claimed = await claimNext(ctx.db, { channel, perMinute, now: ctx.clock.now() })
    if (!claimed) return
    await sendOne(ctx, line, claimed)
  }
}

async function sendOne(ctx: NotificationsContext, line: Line, claimed: Claimed): Promise<void> {
  const disabled = line.health.disabledBy()
  const notice = disabled === undefined ? await prepare(ctx, line, claimed) : `channel disabled: ${disabled}`
  if (typeof notice === 'string') {
    await drop(ctx, claimed, { channel: line.channel.name, reason: notice })
    return
  }
  const at = ctx.clock.now()
  const verdict = await sendNotice(line.channel, notice, at)
  const now = ctx.clock.now()
  line.health.note(verdict, now)
  const ending = endingOf(verdict, claimed, now)
  const isOurs = await endTry(ctx.db, claimed, { ...ending, at })
  const facts = { channel: line.channel.name, deliveryId: claimed.id, approvalId: claimed.approvalId }
  if (!isOurs) ctx.log.warn(facts, 'another process took the message over: it may be told twice')
  else if (verdict.kind === 'sent') ctx.log.info({ ...facts, kind: notice.kind }, 'notification sent')
  if (verdict.kind === 'retry' && verdict.afterMs !== undefined && ending.state === 'waiting')
    await holdChannel(ctx.db, line.channel.name, ending.dueAt)
}

/** @returns the message as it stands now, or why it is not worth sending any more */
async function prepare(ctx: NotificationsContext, line: Line, claimed: Claimed): Promise<Notice | string> {
  const event = await readEvent(ctx.db, claimed.eventId)
  const kind = event && kindOf(event)
  if (!event || !kind) return 'not sent: the event is gone'
  const { approvalId } = claimed
  const request = approvalId === null ? null : (await readRequests(ctx.db, [approvalId])).get(approvalId)
  if (request === undefined) return 'not sent: the request is gone'
  const grantId = request === null ? grantIdOf(event) : null
  const grant = grantId === null ? null : (await readGrants(ctx.db, [grantId])).get(grantId)
  if (grant === undefined) return 'not sent: the grant is gone'
  const stale = staleReason({ kind, at: new Date(event.at), request, grant }, ctx.clock.now())
  if (stale !== undefined)
    return claimed.lastError === null ? stale : `${stale}; before: ${claimed.lastError}`
  const { channel, timeZone } = line
  const style = { language: channel.language, timeZone, publicUrl: ctx.publicUrl }
  const told = { id: `msg_${claimed.id}`, kind, event }
  return grant ? composeGrant({ ...told, grant }, style) : composeNotice({ ...told, request }, style)
}

async function drop(
  { db, log }: NotificationsContext,
  claimed: Claimed,
  { channel, reason }: { channel: string; reason: string },
): Promise<void> {
  await endTry(db, claimed, { state: 'given_up', lastError: reason, at: null })
  log.info(
    { channel, deliveryId: claimed.id, approvalId: claimed.approvalId, reason },
    'notification dropped',
  )
}

function endingOf(verdict: Verdict, { tries }: Claimed, now: Date): Ending {
  switch (verdict.kind) {
    case 'sent':
      return { state: 'sent', sentAt: now, lastError: verdict.note ?? null }
    case 'give_up':
    case 'disable':
      return { state: 'given_up', lastError: verdict.reason }
    case 'retry': {
      const asked = verdict.afterMs === undefined ? {} : { askedMs: verdict.afterMs }
      const dueAt = new Date(now.getTime() + waitMs({ tries, ...asked }, Math.random()))
      return { state: 'waiting', dueAt, lastError: verdict.reason }
    }
  }
}
