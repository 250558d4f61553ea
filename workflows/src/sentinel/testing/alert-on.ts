import type { Alert, AlertKind } from '../alerts/alert.ts'
import { parseNotification } from '../alerts/parse-notification.ts'

const start = Date.parse('2026-03-10T09:00:00Z')

/** ISO time of a minute of the tests. */
export const minuteOf = (minute: number) => new Date(start + minute * 60_000).toISOString()

interface Told {
  minute: number
  kind?: AlertKind
  message?: string
  metrics?: string
  port?: string
  log?: string
  severity?: string
}

/** A notification as Observium would send it, read by the real parser. */
export function alertOn(
  hostname: string,
  { minute, kind = 'ALERT', message, metrics, port, log, severity = 'Critical' }: Told,
): Alert {
  const said = message ?? (port === undefined ? 'Device is down' : 'Port is down')
  const body = {
    ALERT_STATE: kind === 'REMINDER' ? 'ALERT REMINDER' : kind,
    ALERT_SEVERITY: severity,
    ALERT_UNIXTIME: String((start + minute * 60_000) / 1000),
    ALERT_ID: `${hostname}/${port ?? ''}/${said}`,
    ALERT_MESSAGE: said,
    METRICS: metrics ?? (port === undefined ? 'device_status = 0' : 'ifOperStatus = down'),
    DEVICE_HOSTNAME: hostname,
    ENTITY_TYPE: port === undefined ? 'device' : 'port',
    ENTITY_NAME: port ?? hostname,
    ...(log === undefined ? {} : { SYSLOG_MESSAGE: log, SYSLOG_PROGRAM: 'TEST' }),
  }
  return parseNotification({ body: JSON.stringify(body) }, { receivedAt: new Date(start) })
}
