import type { Alert, AlertKind } from './alert.ts'
import { instantOf } from './local-instant.ts'
import { entityKey, notificationKey } from './notification-key.ts'
import type { Reading } from './observium-alert.ts'
import { plainText } from './plain-text.ts'
import { badField, type Fields } from './read-fields.ts'
import { severityOf } from './severity-of.ts'

/** Acknowledged, worse, better and changed all mean that it still fails. */
const states: Record<string, AlertKind> = {
  '0': 'RECOVER',
  '1': 'ALERT',
  '2': 'REMINDER',
  '3': 'REMINDER',
  '4': 'REMINDER',
  '5': 'REMINDER',
}

/** The variables of a LibreNMS alert as its API transport sends them (section 3). */
export function librenmsAlert(fields: Fields, { receivedAt, timeZone }: Reading): Alert {
  const kind = states[(fields.state ?? '').trim()]
  if (kind === undefined)
    throw badField('state', fields.state === undefined ? 'is missing' : 'must be 0, 1, 2, 3, 4 or 5')
  const hostname = optional(fields.hostname) ?? optional(fields.sysName)
  if (hostname === null) throw badField('hostname', 'is missing')
  const at = fields.timestamp === undefined ? receivedAt : instantOf(fields.timestamp, timeZone)
  if (at === undefined) throw badField('timestamp', 'is not a time')
  const alertId = optional(fields.id)
  const checker = optional(fields.name) ?? optional(fields.rule) ?? optional(fields.title) ?? ''
  const entity = entityOf(fields, hostname)
  const identity = { source: 'librenms', alertId, hostname, entity: entity.name, checker } as const
  return {
    source: 'librenms',
    kind,
    dedupeKey: notificationKey({ ...identity, kind, at, text: fields.state ?? '' }),
    alertKey: entityKey(identity),
    alertId,
    at: at.toISOString(),
    severity: severityOf(fields.severity),
    device: {
      hostname,
      id: optional(fields.device_id),
      location: optional(fields.location),
      type: optional(fields.type),
      hardware: optional(fields.hardware),
    },
    entity,
    checker,
    conditions: [fields.faults, fields.msg].flatMap((text) => optional(text) ?? []),
    metrics: {},
    syslog: null,
    url: null,
  }
}

/** LibreNMS alerts are on devices; the port or sensor is known only where the template adds its name. */
function entityOf(fields: Fields, hostname: string): Alert['entity'] {
  const port = optional(fields.ifName) ?? optional(fields.port)
  const sensor = optional(fields.sensor_descr)
  return {
    type: port !== null ? 'port' : sensor !== null ? 'sensor' : 'device',
    id: optional(fields.port_id) ?? optional(fields.sensor_id),
    name: port ?? sensor ?? hostname,
    description: optional(fields.ifAlias),
  }
}

const optional = (value: string | undefined) => plainText(value ?? '') || null
