import type { SensorReading } from '../../driver.ts'
import { plainLine } from '../plain-line.ts'
import type { SensorRow } from './rows.ts'

/** LibreNMS stores no unit: each class has its own. */
const units: Record<string, string> = {
  temperature: 'C',
  voltage: 'V',
  current: 'A',
  power: 'W',
  humidity: '%',
  fanspeed: 'rpm',
  frequency: 'Hz',
  dbm: 'dBm',
  load: '%',
  charge: '%',
  runtime: 'min',
}

/** A sensor with its unit and the judgement that LibreNMS leaves to the reader; pure. */
export function toSensor(row: SensorRow): SensorReading[] {
  if (row.sensor_current === null) return []
  const sensorClass = plainLine(row.sensor_class) ?? 'unknown'
  return [
    {
      name: plainLine(row.sensor_descr) ?? 'sensor',
      class: sensorClass,
      value: row.sensor_current,
      unit: units[sensorClass] ?? null,
      state: stateOf(row, row.sensor_current),
    },
  ]
}

function stateOf(row: SensorRow, value: number): SensorReading['state'] {
  if (row.sensor_alert === 0) return 'ignore'
  // The value of a state sensor is a code whose meaning is in another table.
  if (row.sensor_class === 'state') return 'unknown'
  if (isBeyond(value, row.sensor_limit_low, row.sensor_limit)) return 'alert'
  return isBeyond(value, row.sensor_limit_low_warn, row.sensor_limit_warn) ? 'warning' : 'ok'
}

function isBeyond(value: number, low: number | null, high: number | null): boolean {
  return (high !== null && value > high) || (low !== null && value < low)
}
