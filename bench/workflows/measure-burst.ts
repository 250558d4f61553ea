import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Estate } from '@hub/estate'
import { z } from 'zod'
import { load, secondsSince, until } from './figures.ts'
import type { BenchPostgres } from './fresh-database.ts'
import { sendFrom, startChild } from './start-child.ts'
import { startHub } from './start-hub.ts'

const devices = ['SWITCH-MUSIC-001', 'SWITCH-CLIN-002', 'SWITCH-CLIN-STJEAN']
const Alert = z.record(z.string(), z.string().nullable())
/** Every so many comes twice, as after an answer that was lost. */
const repeatedEvery = 10

/**
 * Three switches fail and their alerts are repeated in thousands of notifications at once: all are kept and decided,
 * and each failure is one incident with one ticket.
 */
export async function measureBurst(postgres: BenchPostgres, count: number): Promise<void> {
  const { url, db } = await postgres.fresh('burst')
  const hub = await startHub(url, 2)
  const alerts = await failingAlerts(hub.estate)
  await until(async () => (await db.sentinelTopology.findFirst())?.readAt != null, 200)
  const bodies = Array.from({ length: count }, (_, number) => bodyOf(alerts, number))
  const repeated = bodies.filter((_, number) => number % repeatedEvery === 0)
  const loader = await startChild('loader')
  const from = performance.now()
  const { accepted, seconds, p99 } = await sendFrom(loader, {
    url: `${hub.url}/api/workflows/webhook/observium`,
    secret: hub.secret,
    bodies: [...bodies, ...repeated],
    lanes: 128,
  })
  const kept = await db.incomingAlert.count()
  await until(async () => (await db.incomingAlert.count({ where: { handledAt: null } })) === 0)
  const decided = secondsSince(from)
  await until(async () => {
    const open = await db.incident.findMany({ where: { mergedInto: null } })
    return open.length >= devices.length && open.every(({ ticketId }) => ticketId !== null)
  }, 200)
  const ticketed = secondsSince(from)
  const incidents = await db.incident.count({ where: { mergedInto: null } })
  const tickets = hub.estate.glpi.rows('Ticket').filter(({ name }) => String(name).includes('[SENTINEL]'))
  console.log(
    `burst: ${accepted} of ${count + repeated.length} accepted in ${seconds.toFixed(1)} s (p99 ${p99.toFixed(0)} ms), ${kept} kept of ${count} different ones, all decided after ${decided.toFixed(1)} s; ${incidents} incidents and ${tickets.length} tickets of ${devices.length} failures, all tickets after ${ticketed.toFixed(0)} s, ${load()}`,
  )
  await loader.kill()
  await hub.close()
  await db.$disconnect()
}

/** What the demo monitoring tells when the devices fail. */
async function failingAlerts({ observium, play }: Estate): Promise<z.infer<typeof Alert>[]> {
  const taken: z.infer<typeof Alert>[] = []
  const server = createServer(async (req, res) => {
    taken.push(Alert.parse(JSON.parse(await text(req))))
    res.end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  observium.setWebhook({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'bench' })
  for (const device of devices) await play('switch-down', device)
  observium.setWebhook(undefined)
  server.close()
  return taken
}

/** The alerts themselves, then their reminders, each of another second. */
function bodyOf(alerts: readonly z.infer<typeof Alert>[], number: number): string {
  const alert = alerts[number % alerts.length]
  if (!alert) throw new Error('nothing failed')
  const round = Math.floor(number / alerts.length)
  if (round === 0) return JSON.stringify(alert)
  const at = new Date((Number(alert.ALERT_UNIXTIME) - round) * 1_000)
  return JSON.stringify({
    ...alert,
    ALERT_STATE: 'ALERT REMINDER',
    ALERT_UNIXTIME: String(at.getTime() / 1_000),
    ALERT_TIMESTAMP_RFC3339: at.toISOString(),
  })
}
