import type { KeptAlert } from './alerts.store.ts'
import type { IncomingAlert } from './incoming-alert.ts'

const most = 200

interface Waiting {
  alert: IncomingAlert
  resolve(kept: KeptAlert): void
  reject(err: unknown): void
}

/**
 * Keeps what arrives while the one before is being written with one statement: a burst costs few transactions, and a
 * single notification waits for none.
 * @param keep writes notifications and tells of each in its order
 */
export function createAlertBatcher(
  keep: (alerts: readonly IncomingAlert[]) => Promise<KeptAlert[]>,
): (alert: IncomingAlert) => Promise<KeptAlert> {
  const waiting: Waiting[] = []
  let isWriting = false
  const write = async () => {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most)
      try {
        const kept = await keep(batch.map(({ alert }) => alert))
        for (const [index, { resolve, reject }] of batch.entries()) {
          const one = kept[index]
          if (one) resolve(one)
          else reject(new Error('a notification was not told of'))
        }
      } catch (err) {
        for (const { reject } of batch) reject(err)
      }
    }
    isWriting = false
  }
  return (alert) =>
    new Promise((resolve, reject) => {
      waiting.push({ alert, resolve, reject })
      if (!isWriting) void write()
    })
}
