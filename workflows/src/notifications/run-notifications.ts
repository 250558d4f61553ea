import { createWork } from '../safeguard/work.ts'
import type { Channels } from './channels/channel.ts'
import type { NotificationsContext } from './context.ts'
import { kindOf } from './message/notice-kinds.ts'
import { createChannelHealth } from './outbox/channel-health.ts'
import { openCursor } from './outbox/cursor.store.ts'
import { pruneDeliveries } from './outbox/outbox.store.ts'
import { planDeliveries } from './outbox/plan-deliveries.ts'
import { type Line, sendDue } from './outbox/send-due.ts'

const sweepMs = 2_000
const pruneMs = 3_600_000
const keptMs = 90 * 24 * 3_600_000

/**
 * Tells the channels what happens at the gate: at once when the bus says so, and by looking every few seconds, so that
 * nothing depends on the bus. A slow receiver holds no other channel back.
 * @returns a function that stops it after the attempts in hand
 */
export async function runNotifications(
  ctx: NotificationsContext,
  { all, timeZone }: Channels,
): Promise<() => Promise<void>> {
  const work = createWork((err, part) => ctx.log.error({ err, part }, 'notifications failed'))
  let isStopping = false
  const lines = all.map((channel): Line => {
    const health = createChannelHealth(ctx.log.child({ channel: channel.name, channelType: channel.type }))
    return { channel, timeZone, health }
  })
  for (const { channel } of lines) await openCursor(ctx.db, channel.name)
  const wake = () => {
    for (const line of lines)
      work.run(`${line.channel.name} plan`, async () => {
        await planDeliveries(ctx, line.channel)
        work.run(`${line.channel.name} send`, () => sendDue(ctx, line, () => isStopping))
      })
  }
  const end = ctx.bus.subscribe({
    onEvent: (event) => {
      if (kindOf(event)) wake()
    },
    onResync: wake,
  })
  const timers = [
    setInterval(wake, sweepMs),
    setInterval(() => work.run('prune', () => prune(ctx, lines)), pruneMs),
  ]
  ctx.log.info({ channels: lines.map(({ channel }) => channel.name) }, 'notification channels open')
  wake()
  return async () => {
    isStopping = true
    end()
    for (const timer of timers) clearInterval(timer)
    await work.stop()
  }
}

async function prune({ db, clock }: NotificationsContext, lines: Line[]): Promise<void> {
  const before = new Date(clock.now().getTime() - keptMs)
  for (const { channel } of lines) {
    const belowId = await openCursor(db, channel.name)
    await pruneDeliveries(db, { channel: channel.name, before, belowId })
  }
}
