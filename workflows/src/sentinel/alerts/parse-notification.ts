import type { Alert } from './alert.ts'
import { librenmsAlert } from './librenms-alert.ts'
import { observiumAlert } from './observium-alert.ts'
import { badField, type Delivery, type Fields, readFields } from './read-fields.ts'

export interface ReadingOptions {
  /** Used when the notification carries no time of its own. */
  receivedAt: Date
  /** Zone of times written without one (LibreNMS writes local time). */
  timeZone?: string
}

/**
 * One notification of Observium (webhook, webhook-json, webhook-old; as JSON, form or query) or of the API transport
 * of LibreNMS, as an Alert. Unknown fields are ignored. Source: protocols/observium sections 2 and 3.
 * @throws ValidationError naming the field that is missing or wrong
 */
export function parseNotification(delivery: Delivery, options: ReadingOptions): Alert {
  const fields = readFields(delivery)
  const reading = { receivedAt: options.receivedAt, timeZone: options.timeZone ?? 'Europe/Paris' }
  switch (sourceOf(fields)) {
    case 'observium':
      return observiumAlert(fields, reading)
    case 'librenms':
      return librenmsAlert(fields, reading)
    default:
      throw badField('ALERT_STATE', 'is missing: neither a notification of Observium nor of LibreNMS')
  }
}

function sourceOf(fields: Fields): 'observium' | 'librenms' | undefined {
  const source = fields.source?.toLowerCase()
  if (source === 'observium' || source === 'librenms') return source
  if (fields.ALERT_STATE !== undefined || fields.ALERT_STATUS !== undefined || fields.TITLE !== undefined)
    return 'observium'
  const isTemplate = fields.alertId !== undefined && /[a-z]/i.test(fields.state ?? '')
  if (isTemplate) return 'observium'
  return fields.state !== undefined ? 'librenms' : undefined
}
