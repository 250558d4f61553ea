import { createHash } from 'node:crypto'
import type { AlertKind } from './alert.ts'

interface Identity {
  source: 'observium' | 'librenms'
  alertId: string | null
  hostname: string
  entity: string
  checker: string
}

/**
 * What makes a notification the same one over any transport and any number of deliveries: program, alert, state and
 * second (protocols/observium 2.2). Without a number, the device, entity and check stand for it; a syslog line adds
 * its text, because its alert number is that of the rule.
 */
export function notificationKey(of: Identity & { kind: AlertKind; at: Date; text: string }): string {
  const seconds = Math.floor(of.at.getTime() / 1000)
  const text = of.kind === 'SYSLOG' || of.source === 'librenms' ? digest([of.hostname, of.text]) : ''
  return [entityKey(of), of.kind, seconds, text].filter((part) => part !== '').join('|')
}

/** The check on the entity: the same for an ALERT, its reminders and its RECOVER. */
export function entityKey({ source, alertId, hostname, entity, checker }: Identity): string {
  if (alertId !== null) return `${source}|${alertId}`
  return `${source}|${digest([hostname, entity, checker].map((part) => part.toLowerCase()))}`
}

const digest = (parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
