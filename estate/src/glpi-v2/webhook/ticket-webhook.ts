import { createHmac } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import type { GlpiDatabase } from '../../glpi/database.ts'
import { present } from '../schemas/schema.ts'
import { ticketSchema } from '../schemas/ticket.ts'

/** Where GLPI 11 tells of new tickets, and the secret that it signs with. */
export interface TicketWebhookTarget {
  url: string
  secret: string
}

/** One delivery and what became of it. */
export interface TicketDelivery {
  ticketId: number
  tries: number
  /** HTTP status of the last try; null when there was no answer. */
  status: number | null
  isDelivered: boolean
}

export interface TicketWebhook {
  setTarget(target: TicketWebhookTarget | undefined): void
  /** Queues the delivery of a ticket that was just added. Without a target nothing is queued. */
  tellNew(ticketId: number): void
  deliveries(): readonly TicketDelivery[]
  close(): void
}

const timeoutMs = 5_000
const cronMs = 60_000
/** GLPI's default of three further tries: it sends while `sent_try` is at most that. */
const mostTries = 4

interface Queued {
  url: string
  headers: Record<string, string>
  body: string
  delivery: TicketDelivery
}

/** What GLPI queues: signed when it is queued, not when it is sent. */
function queue(ticketId: number, { db, clock, target }: Queueing): Queued | null {
  const row = db.find('Ticket', ticketId)
  if (!row) return null
  const body = JSON.stringify({ event: 'new', item: present(ticketSchema, row, db) })
  const timestamp = String(Math.floor(clock().getTime() / 1000))
  const signature = createHmac('sha256', target.secret).update(body).update(timestamp).digest('hex')
  return {
    url: target.url,
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'GuzzleHttp/7',
      'X-GLPI-signature': signature,
      'X-GLPI-timestamp': timestamp,
    },
    body,
    delivery: { ticketId, tries: 0, status: null, isDelivered: false },
  }
}

interface Queueing {
  db: GlpiDatabase
  clock: Clock
  target: TicketWebhookTarget
}

/** Anything below 400 is delivered; no answer or an error is tried again by the next run of the queue. */
async function send({ url, headers, body, delivery }: Queued): Promise<void> {
  delivery.tries += 1
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(url, { method: 'POST', headers, body, signal })
    await response.arrayBuffer()
    delivery.status = response.status
    delivery.isDelivered = response.status < 400
  } catch {
    delivery.status = null
  }
}

/**
 * The outgoing webhook of GLPI 11 for new tickets: a queue, sent one by one, whose failed deliveries are tried again
 * by the cron of the next minutes. The first try comes at once, as after a cron that was just due.
 */
export function createTicketWebhook({ db, clock }: { db: GlpiDatabase; clock: Clock }): TicketWebhook {
  const deliveries: TicketDelivery[] = []
  const pending: Queued[] = []
  const failed: Queued[] = []
  let target: TicketWebhookTarget | undefined
  let sending: Promise<void> = Promise.resolve()
  const run = async () => {
    for (const item of pending.splice(0)) {
      await send(item)
      const { isDelivered, tries } = item.delivery
      if (!isDelivered && tries < mostTries) failed.push(item)
    }
  }
  const runSoon = () => {
    sending = sending.then(run)
  }
  const cron = setInterval(() => {
    pending.push(...failed.splice(0))
    runSoon()
  }, cronMs).unref()
  return {
    setTarget: (given) => {
      target = given
    },
    tellNew: (ticketId) => {
      const item = target && queue(ticketId, { db, clock, target })
      if (!item) return
      deliveries.push(item.delivery)
      pending.push(item)
      runSoon()
    },
    deliveries: () => deliveries.map((delivery) => ({ ...delivery })),
    close: () => clearInterval(cron),
  }
}
