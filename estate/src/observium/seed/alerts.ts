import { idColumns, type ObsDatabase, type ObsRow } from '../tables.ts'
import { downSince } from './devices.ts'

/** alert_test_id of the checks that scenarios use. */
export const checks = {
  deviceDown: '1',
  portErrors: '2',
  temperature: '3',
  storage: '4',
  processor: '5',
} as const

const rules = [
  ['device', 'Device Down', 'Équipement injoignable', 'crit', 'device_status', 'equals', '0'],
  ['port', 'Port Errors', "Erreurs en réception sur l'interface", 'warn', 'ifInErrors_rate', 'greater', '5'],
  ['sensor', 'Temperature High', 'Température au-dessus du seuil', 'crit', 'sensor_event', 'equals', 'alert'],
  ['storage', 'Storage Full', 'Espace de stockage presque plein', 'warn', 'storage_perc', 'ge', '90'],
  ['processor', 'Processor Load', 'Charge processeur élevée', 'warn', 'processor_usage', 'ge', '90'],
] as const

const tables = { '1': 'devices', '2': 'ports', '3': 'sensors', '4': 'storage', '5': 'processors' } as const
const column = { device: 'status' } as Record<string, string | undefined>

function fails(value: string, condition: string, limit: string): boolean {
  if (condition === 'equals') return value === limit
  return condition === 'ge' ? Number(value) >= Number(limit) : Number(value) > Number(limit)
}

interface Finding {
  check: keyof typeof tables
  entity: ObsRow
  value: string
  isFailed: boolean
  /** Unix seconds. */
  since: number
  now: number
}

/** The `state` column: JSON inside a text, to be parsed a second time. */
export function stateText(check: keyof typeof tables, value: string, isFailed: boolean): string {
  const [, , , , metric, condition, limit] = rules[Number(check) - 1] ?? rules[0]
  const failed = isFailed ? [{ metric, condition, value: limit }] : []
  return JSON.stringify({ metrics: { [metric]: value }, failed })
}

function alertRow({ check, entity, value, isFailed, since, now }: Finding): ObsRow {
  const [type, name, message] = rules[Number(check) - 1] ?? rules[0]
  const isDelayed = isFailed && check === checks.processor
  return {
    alert_test_id: check,
    device_id: entity.device_id ?? null,
    entity_type: type,
    entity_id: entity[idColumns[tables[check]]] ?? null,
    alert_assocs: check,
    delay: '0',
    ignore_until: null,
    ignore_until_ok: '0',
    last_checked: String(now),
    last_changed: String(since),
    last_recovered: '0',
    last_ok: String(isFailed ? since - 300 : now),
    last_failed: isFailed ? String(now) : '0',
    has_alerted: isFailed && !isDelayed ? '1' : '0',
    last_message: isFailed ? 'Checks failed' : 'Checks OK',
    alert_status: isDelayed ? '2' : isFailed ? '0' : '1',
    last_alerted: isFailed && !isDelayed ? String(since + 300) : '0',
    state: stateText(check, value, isFailed),
    count: isFailed ? '5' : '0',
    alert_name: name,
    alert_message: message,
  }
}

/** The alert checks and one alert row per watched entity, failing where the demo world is ill. */
export function seedAlerts(db: ObsDatabase, now: Date): void {
  for (const [entity_type, alert_name, alert_message, severity, metric, condition, value] of rules) {
    const conditions = JSON.stringify([{ metric, condition, value }])
    const delay = alert_name === 'Processor Load' ? '3' : '0'
    db.insert('alert_checks', {
      entity_type,
      alert_name,
      alert_message,
      severity,
      enable: '1',
      delay,
      conditions,
    })
  }
  const seconds = Math.floor(now.getTime() / 1000)
  for (const check of Object.values(checks)) {
    const [type, , , , metric, condition, limit] = rules[Number(check) - 1] ?? rules[0]
    for (const entity of db.all(tables[check])) {
      const value = entity[column[type] ?? metric] ?? ''
      const isFailed = fails(value, condition, limit)
      const isWatched = isFailed || type !== 'port' || entity.ifAlias?.startsWith('UPLINK')
      const since =
        check === checks.deviceDown && isFailed ? downSince(now) : seconds - 5400 - Number(entity.device_id)
      if (isWatched) db.insert('alerts', alertRow({ check, entity, value, isFailed, since, now: seconds }))
    }
  }
}
