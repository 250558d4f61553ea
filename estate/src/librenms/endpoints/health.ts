import {
  type HealthKind,
  healthTables,
  isHealthKind,
  presentHealth,
  presentSensor,
} from '../present/health.ts'
import { type LibreReply, type LibreRow, type LibreServer, numeric, success } from '../server.ts'
import { deviceNamed } from './devices.ts'

/** Where in the health of a device: its kinds, the entries of a kind, or one entry whole. */
interface HealthPath {
  device: string
  kind: string | undefined
  id: string | undefined
}

/** `GET /devices/:name/health(/:type)(/:id)`. */
export function readHealth(server: LibreServer, { device, kind, id }: HealthPath): LibreReply {
  const deviceId = deviceNamed(server, device)?.device_id ?? ''
  if (kind === undefined) return success('graphs', kindsOf(server, deviceId))
  const plain = kind.replace(/^device_/, '')
  if (isHealthKind(plain)) return success('graphs', entries(server, { deviceId, kind: plain, id }))
  const sensors = server.db.where('sensors', {
    device_id: deviceId,
    sensor_class: plain,
    sensor_deleted: '0',
  })
  if (id === undefined) {
    return success(
      'graphs',
      sensors.map((row) => ({ sensor_id: numeric(row.sensor_id), desc: row.sensor_descr ?? null })),
    )
  }
  const row = server.db.find('sensors', id)
  return success('graphs', row ? [presentSensor(server, row)] : [])
}

function kindsOf({ db }: LibreServer, deviceId: string): LibreRow[] {
  const sensors = db.where('sensors', { device_id: deviceId, sensor_deleted: '0' })
  const classes = [...new Set(sensors.map((row) => row.sensor_class ?? ''))]
  const named = classes.map((name) => ({
    desc: name.charAt(0).toUpperCase() + name.slice(1),
    name: `device_${name}`,
  }))
  const own = Object.entries(healthTables)
    .filter(([, { table }]) => db.where(table, { device_id: deviceId }).length > 0)
    .map(([kind, { title }]) => ({ desc: title, name: `device_${kind}` }))
  return [...named, ...own]
}

/** Before mid-2026 these three were looked for among the sensors, where they never are. */
function entries(
  { db, hasHealthValues }: LibreServer,
  { deviceId, kind, id }: { deviceId: string; kind: HealthKind; id: string | undefined },
): LibreRow[] {
  if (!hasHealthValues) return []
  const { table, id: idColumn, text } = healthTables[kind]
  if (id !== undefined) {
    const row = db.find(table, id)
    return row ? [presentHealth(kind, row)] : []
  }
  return db
    .where(table, { device_id: deviceId })
    .map((row) => ({ sensor_id: numeric(row[idColumn]), desc: row[text] ?? null }))
}
