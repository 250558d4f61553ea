import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { load, percentile, until } from './figures.ts'
import type { BenchPostgres } from './fresh-database.ts'
import { type BenchHub, startHub } from './start-hub.ts'

const everyMs = 500

/** Seconds from GLPI's webhook until the answer of SUPPORT stands in the ticket, at 1 and 4 workers. */
export async function measureTickets(postgres: BenchPostgres, count: number): Promise<void> {
  for (const workers of [1, 4]) {
    const { url, db } = await postgres.fresh(`tickets_${workers}`)
    const hub = await startHub(url, workers)
    await until(async () => ((await db.supportWatch.findFirst())?.settledTicketId ?? 0) > 0)
    const told = new Map<number, number>()
    for (let number = 0; number < count; number++) {
      told.set(await tell(hub), performance.now())
      await wait(everyMs)
    }
    const seconds = new Map<number, number>()
    await until(async () => {
      for (const [id, from] of told)
        if (!seconds.has(id) && hub.estate.glpi.rows('ITILFollowup', { items_id: id }).length > 0)
          seconds.set(id, (performance.now() - from) / 1_000)
      return seconds.size === told.size
    }, 10)
    const all = [...seconds.values()]
    console.log(
      `${workers} worker(s): webhook to followup in the ticket p50 ${percentile(all, 0.5).toFixed(1)} s, p95 ${percentile(all, 0.95).toFixed(1)} s, of ${count} that came every ${everyMs} ms, ${load()}`,
    )
    await hub.close()
    await db.$disconnect()
  }
}

/** A ticket is written, and GLPI 11 tells of it. @returns its number */
async function tell({ url, secret, estate: { glpi } }: BenchHub): Promise<number> {
  const sample = glpi.row('Ticket', 1234)
  const at = new Date().toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).slice(0, 19)
  const text = { name: 'Imprimante', content: '<p>Bonjour, une imprimante du bureau 12 bourre. Merci.</p>' }
  const [user] = glpi.rows('User', { name: 'jean.dupont' })
  const { id } = glpi.insert('Ticket', { ...sample, ...text, id: null, status: 1, date: at, date_mod: at })
  glpi.insert('Ticket_User', {
    tickets_id: id,
    users_id: Number(user?.id),
    type: 1,
    use_notification: 1,
    alternative_email: null,
  })
  const body = JSON.stringify({ event: 'new', item: { id } })
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const answer = await fetch(`${url}/api/workflows/webhook/glpi`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-glpi-timestamp': timestamp,
      'x-glpi-signature': createHmac('sha256', secret).update(body).update(timestamp).digest('hex'),
    },
  })
  if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`)
  return id
}
