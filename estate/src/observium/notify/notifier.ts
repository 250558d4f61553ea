/** Where notifications go: the `webhook-json` transport, its token sent as a raw Authorization header. */
export interface AlertWebhook {
  url: string
  token: string
}

/** One notification and what became of it. */
export interface Delivery {
  alertId: string
  event: string
  /** HTTP status of the last attempt; null when there was no answer. */
  status: number | null
  isDelivered: boolean
}

export interface Notifier {
  setWebhook(webhook: AlertWebhook | undefined): void
  /** Sends the tags of an alert; a failed one is tried again each minute for five minutes. */
  send(tags: Record<string, string | null>): Promise<void>
  /** Tries those again that were not delivered, before their minute is over. */
  sendAgain(): Promise<void>
  deliveries(): readonly Delivery[]
  close(): void
}

const timeoutMs = 15_000
const retryMs = 60_000
const lifetimeMs = 300_000

interface Pending {
  tags: Record<string, string | null>
  delivery: Delivery
  bornAt: number
}

/** Any 2xx or 3xx counts as success; a network failure is an attempt without status. */
async function attempt(webhook: AlertWebhook, { tags, delivery }: Pending): Promise<void> {
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'User-Agent': 'Observium 24.12',
        Authorization: webhook.token,
      },
      body: JSON.stringify(tags),
    })
    await response.arrayBuffer()
    delivery.status = response.status
    delivery.isDelivered = response.status < 400
  } catch {
    delivery.status = null
  }
}

/** The alerter's outgoing side. Without a webhook nothing is sent and nothing is queued. */
export function createNotifier(): Notifier {
  const deliveries: Delivery[] = []
  const unsent = new Set<Pending>()
  let target: AlertWebhook | undefined
  const tryOnce = async (item: Pending) => {
    unsent.delete(item) // not in the queue while on its way, so that it cannot leave twice
    if (target) await attempt(target, item)
    if (!item.delivery.isDelivered && Date.now() - item.bornAt < lifetimeMs) unsent.add(item)
  }
  const sendAgain = async () => void (await Promise.all([...unsent].map(tryOnce)))
  const timer = setInterval(sendAgain, retryMs).unref()
  return {
    setWebhook: (webhook) => {
      target = webhook
    },
    send: async (tags) => {
      if (!target) return
      const delivery = {
        alertId: String(tags.ALERT_ID),
        event: String(tags.ALERT_STATE),
        status: null,
        isDelivered: false,
      }
      deliveries.push(delivery)
      await tryOnce({ tags, delivery, bornAt: Date.now() })
    },
    sendAgain,
    deliveries: () => deliveries.map((delivery) => ({ ...delivery })),
    close: () => clearInterval(timer),
  }
}
