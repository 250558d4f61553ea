import type { Alert, AlertKind } from './alert.ts'
import { instantOf } from './local-instant.ts'
import { entityKey, notificationKey } from './notification-key.ts'
import { plainLine, plainText } from './plain-text.ts'
import { badField, type Fields } from './read-fields.ts'
import { severityOf } from './severity-of.ts'

export interface Reading {
  receivedAt: Date
  timeZone: string
}

const states: Record<string, AlertKind> = {
  ALERT: 'ALERT',
  RECOVER: 'RECOVER',
  'ALERT REMINDER': 'REMINDER',
  REMINDER: 'REMINDER',
  SYSLOG: 'SYSLOG',
}
const statuses: Record<string, AlertKind> = { '0': 'ALERT', '1': 'RECOVER', '9': 'SYSLOG' }
const title =
  /^(ALERT REMINDER|ALERT|RECOVER|SYSLOG): \[([^\]]+)\](?: \[([^\]]+)\])?(?: \[([^\]]+)\])? ?(.*)$/

/** The tags of an Observium notification (section 2.1), or of the short template that the Hub recommends (2.2). */
export function observiumAlert(raw: Fields, { receivedAt, timeZone }: Reading): Alert {
  const fields = { ...titleFields(raw.TITLE ?? ''), ...templateFields(raw), ...raw }
  const kind = kindOf(fields)
  const hostname = plainLine(fields.DEVICE_HOSTNAME ?? '')
  if (hostname === '') throw badField('DEVICE_HOSTNAME', 'is missing')
  const at = timeOf(fields, timeZone) ?? receivedAt
  const alertId = optional(fields.ALERT_ID)
  const entity = entityOf(fields, hostname)
  const checker = plainText(fields.ALERT_MESSAGE ?? '')
  const syslog = kind === 'SYSLOG' ? syslogOf(fields, checker) : null
  const identity = { source: 'observium', alertId, hostname, entity: entity.name, checker } as const
  return {
    source: 'observium',
    kind,
    dedupeKey: notificationKey({ ...identity, kind, at, text: syslog?.message ?? '' }),
    alertKey: entityKey(identity),
    alertId,
    at: at.toISOString(),
    severity: severityOf(fields.ALERT_SEVERITY),
    device: {
      hostname,
      id: optional(fields.DEVICE_ID),
      location: optional(fields.DEVICE_LOCATION),
      type: optional(fields.DEVICE_TYPE),
      hardware: optional(fields.DEVICE_HARDWARE),
    },
    entity,
    checker,
    conditions: linesOf(fields.CONDITIONS),
    metrics: metricsOf(fields.METRICS),
    syslog,
    url: /^https?:\/\/\S+$/.test(fields.ALERT_URL ?? '') ? (fields.ALERT_URL ?? null) : null,
  }
}

function kindOf(fields: Fields): AlertKind {
  const { ALERT_STATE: state, ALERT_STATUS: status } = fields
  const kind = states[plainLine(state ?? '').toUpperCase()] ?? statuses[plainLine(status ?? '')]
  if (kind !== undefined) return kind
  if (state === undefined && status === undefined) throw badField('ALERT_STATE', 'is missing')
  throw badField('ALERT_STATE', 'must be ALERT, RECOVER, ALERT REMINDER or SYSLOG')
}

function timeOf(fields: Fields, timeZone: string): Date | undefined {
  const { ALERT_UNIXTIME: unix, ALERT_TIMESTAMP_RFC3339: rfc3339, ALERT_TIMESTAMP: text } = fields
  const given = [unix, rfc3339, text].filter((value) => value !== undefined && value.trim() !== '')
  const [first] = given.map((value) => instantOf(value ?? '', timeZone)).filter((time) => time !== undefined)
  if (given.length > 0 && first === undefined) throw badField('ALERT_UNIXTIME', 'is not a time')
  return first
}

function entityOf(fields: Fields, hostname: string): Alert['entity'] {
  return {
    type: optional(fields.ENTITY_TYPE) ?? 'device',
    id: optional(fields.ENTITY_ID),
    name: optional(fields.ENTITY_NAME) ?? hostname,
    description: optional(fields.ENTITY_DESCRIPTION),
  }
}

function syslogOf(fields: Fields, checker: string): NonNullable<Alert['syslog']> {
  return {
    rule: optional(fields.SYSLOG_RULE),
    program: optional(fields.SYSLOG_PROGRAM),
    message: plainText(fields.SYSLOG_MESSAGE ?? checker),
  }
}

/** A subject such as `ALERT: [host] [port] [Gi1/0/24] message`, all that webhook-old may tell. */
function titleFields(subject: string): Fields {
  const [, state, host, type, entity, message] = title.exec(plainLine(subject)) ?? []
  if (state === undefined || host === undefined) return {}
  return {
    ALERT_STATE: state,
    DEVICE_HOSTNAME: host,
    ...(type === undefined ? {} : { ENTITY_TYPE: type }),
    ...(entity === undefined ? {} : { ENTITY_NAME: entity }),
    ...(message === undefined ? {} : { ALERT_MESSAGE: message }),
  }
}

const templateNames: Record<string, string> = {
  alertId: 'ALERT_ID',
  state: 'ALERT_STATE',
  severity: 'ALERT_SEVERITY',
  device: 'DEVICE_HOSTNAME',
  deviceId: 'DEVICE_ID',
  entity: 'ENTITY_NAME',
  entityType: 'ENTITY_TYPE',
  location: 'DEVICE_LOCATION',
  message: 'ALERT_MESSAGE',
  url: 'ALERT_URL',
  at: 'ALERT_UNIXTIME',
}

function templateFields(fields: Fields): Fields {
  const pairs = Object.entries(templateNames).flatMap(([short, tag]) =>
    fields[short] === undefined ? [] : [[tag, fields[short]] as const],
  )
  return Object.fromEntries(pairs)
}

const linesOf = (text = '') =>
  text
    .split(/\r?\n/)
    .map(plainText)
    .filter((line) => line !== '')

function metricsOf(text = ''): Record<string, string> {
  const pairs = linesOf(text).flatMap((line) => {
    const cut = line.indexOf('=')
    return cut < 1 ? [] : [[line.slice(0, cut).trim(), line.slice(cut + 1).trim()] as const]
  })
  return Object.fromEntries(pairs)
}

const optional = (value: string | undefined) => plainText(value ?? '') || null
