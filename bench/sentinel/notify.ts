import type { Delivery } from '@hub/workflows'
import { places } from './places.ts'
import type { Travel } from './scenario.ts'

/** What a notification says, before it is written for a transport. */
export interface Notice {
  state: 'ALERT' | 'RECOVER' | 'ALERT REMINDER' | 'SYSLOG'
  host: string
  entityType: 'device' | 'port' | 'sensor'
  entity: string
  message: string
  metrics: string
  severity: string
  syslog?: { program: string; message: string }
  /** In ms. */
  at: number
}

/** The notification as its transport sends it. */
export function deliveryOf(notice: Notice, via: Travel['via'] = 'json'): Delivery {
  const tags = tagsOf(notice)
  const form = () =>
    new URLSearchParams(Object.entries(tags).map(([name, value]): [string, string] => [name, String(value)]))
  switch (via) {
    case 'form':
      return { contentType: 'application/x-www-form-urlencoded', body: form().toString() }
    case 'query':
      return { body: '', query: Object.fromEntries(form()) }
    case 'old':
      return {
        contentType: 'application/json',
        body: JSON.stringify({ originator: 'Observium', body: JSON.stringify(tags) }),
      }
    case 'librenms':
      return { contentType: 'text/plain', body: JSON.stringify(librenmsOf(notice)) }
    default:
      return { contentType: 'application/json', body: JSON.stringify(tags) }
  }
}

/** Stable per check and entity, as alert_table_id is. */
function alertId({ host, entity, message }: Notice): string {
  let hash = 7
  for (const char of `${host}|${entity}|${message}`) hash = (hash * 31 + char.charCodeAt(0)) % 1_000_003
  return String(1000 + hash)
}

function tagsOf(notice: Notice) {
  const { state, host, entityType, entity, message, metrics, severity, syslog, at } = notice
  const site = places.devices.find(({ hostname }) => hostname === host)?.site
  const isFailing = state === 'ALERT' || state === 'ALERT REMINDER'
  return {
    ALERT_STATE: state,
    ALERT_STATE_NAME: state,
    ALERT_STATUS: state === 'RECOVER' ? '1' : state === 'SYSLOG' ? 9 : '0',
    ALERT_SEVERITY: severity,
    ALERT_URL: `https://observium.example/device/device=${alertId(notice)}/`,
    ALERT_UNIXTIME: Math.floor(at / 1000),
    ALERT_ID: alertId(notice),
    ALERT_MESSAGE: message,
    CONDITIONS: isFailing ? metrics.replace('=', 'equals') : '',
    METRICS: metrics,
    DEVICE_HOSTNAME: host,
    DEVICE_ID: alertId({ ...notice, entity: '', message: '' }),
    DEVICE_LOCATION: site ?? 'unknown',
    DEVICE_TYPE: 'network',
    TITLE: `${state}: [${host}] [${entityType}] ${message}`,
    ...(syslog === undefined
      ? { ENTITY_NAME: entity, ENTITY_TYPE: entityType, ENTITY_ID: '1' }
      : { SYSLOG_RULE: 'rule', SYSLOG_PROGRAM: syslog.program, SYSLOG_MESSAGE: syslog.message }),
  }
}

function librenmsOf(notice: Notice) {
  return {
    source: 'librenms',
    id: alertId(notice),
    state: notice.state === 'RECOVER' ? 0 : notice.state === 'ALERT' ? 1 : 3,
    hostname: notice.host,
    severity: notice.severity.toLowerCase(),
    name: notice.message,
    timestamp: new Date(notice.at).toISOString(),
  }
}
