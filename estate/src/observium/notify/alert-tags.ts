import { toLocalText } from '../../clock.ts'
import { expandEntity } from '../live/present-alert.ts'
import type { ObsDatabase, ObsRow } from '../tables.ts'

export type AlertEvent = 'ALERT' | 'RECOVER' | 'ALERT REMINDER'

const severities: Record<string, string> = { crit: 'Critical', warn: 'Warning' }

/** The conditions and metrics of an alert's `state` as the lines a notification shows. */
function linesOf(state: string | null | undefined, event: AlertEvent) {
  const parsed = JSON.parse(state || '{}') as {
    metrics?: Record<string, string>
    failed?: { metric: string; condition: string; value: string }[]
  }
  const metrics = parsed.metrics ?? {}
  const failed = event === 'RECOVER' ? [] : (parsed.failed ?? [])
  return {
    METRICS: Object.entries(metrics)
      .map(([metric, value]) => `${metric} = ${value}`)
      .join('\n'),
    CONDITIONS: failed
      .map(({ metric, condition, value }) => `${metric} ${condition} ${value} (${metrics[metric]})`)
      .join(`\n${' '.repeat(13)}`),
  }
}

/** The tags of one notification (section 2.1) for an alert row, as text values. */
export function alertTags(
  alert: ObsRow,
  event: AlertEvent,
  { db, now, baseUrl }: { db: ObsDatabase; now: Date; baseUrl: string },
): Record<string, string | null> {
  const entity = expandEntity(alert, db)
  const device = db.find('devices', alert.device_id ?? '') ?? {}
  const check = db.find('alert_checks', alert.alert_test_id ?? '') ?? {}
  const deviceUrl = `${baseUrl}/device/device=${alert.device_id}/`
  const since = new Date(Number(alert.last_changed) * 1000)
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000))
  const color = event === 'RECOVER' ? '5AAA5A' : 'D94640'
  return {
    ALERT_STATE: event,
    ALERT_STATE_NAME: event,
    ALERT_STATUS: event === 'RECOVER' ? '1' : '0',
    ALERT_SEVERITY: severities[check.severity ?? ''] ?? 'Informational',
    ALERT_COLOR: `#${color}`,
    ALERT_URL: `${deviceUrl}tab=alert/alert_entry=${alert.alert_table_id}/`,
    ALERT_UNIXTIME: String(Math.floor(now.getTime() / 1000)),
    ALERT_TIMESTAMP: toLocalText(now),
    ALERT_TIMESTAMP_RFC3339: now.toISOString(),
    ALERT_ID: alert.alert_table_id ?? '',
    ALERT_MESSAGE: alert.alert_message ?? '',
    ...linesOf(alert.state, event),
    DURATION: `${minutes}m (${toLocalText(since)})`,
    ENTITY_URL: deviceUrl,
    ENTITY_LINK: `<a href="${deviceUrl}" class="entity-popup">${entity.entity_name}</a>`,
    ENTITY_NAME: entity.entity_name ?? '',
    ENTITY_ID: alert.entity_id ?? '',
    ENTITY_TYPE: alert.entity_type ?? '',
    ENTITY_DESCRIPTION: entity.entity_descr ?? null,
    DEVICE_HOSTNAME: device.hostname ?? '',
    DEVICE_SYSNAME: device.sysName ?? '',
    DEVICE_DESCRIPTION: device.purpose ?? null,
    DEVICE_ID: alert.device_id ?? '',
    DEVICE_URL: deviceUrl,
    DEVICE_LINK: `<a href="${deviceUrl}" class="entity-popup">${device.hostname}</a>`,
    DEVICE_HARDWARE: device.hardware ?? '',
    DEVICE_OS: `${device.os} ${device.version}`,
    DEVICE_TYPE: device.type ?? '',
    DEVICE_LOCATION: device.location ?? '',
    DEVICE_UPTIME:
      device.status === '1' ? `${Math.floor(Number(device.uptime) / 86_400)} days` : 'Down (PING)',
    DEVICE_REBOOTED: toLocalText(new Date(Number(device.last_rebooted) * 1000)),
    TITLE: `${event}: [${device.hostname}] [${alert.entity_type}] ${alert.alert_message}`,
  }
}
