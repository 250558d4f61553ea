import type { ObsRow } from '../../observium/tables.ts'
import { presentDevice } from '../present/device.ts'
import { portColumns, presentPort } from '../present/port.ts'
import { failure, type LibreReply, type LibreRow, type LibreServer, numeric, success } from '../server.ts'

type DeviceTest = (row: ObsRow, query: string) => boolean

/** SQL LIKE '%query%': `%` and `_` are wildcards, letter case does not count. */
function isLike(value: string | null | undefined, query: string): boolean {
  const pattern = query
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/%/g, '.*')
    .replace(/_/g, '.')
  return new RegExp(pattern, 'is').test(value ?? '')
}

const isWatched = (row: ObsRow) => row.ignore === '0' && row.disabled === '0'

/** Values of `type`; any other one lists every device, as the real API does. */
const tests: Record<string, DeviceTest> = {
  active: isWatched,
  ignored: (row) => row.ignore === '1' && row.disabled === '0',
  up: (row) => row.status === '1' && isWatched(row),
  down: (row) => row.status === '0' && isWatched(row),
  disabled: (row) => row.disabled === '1',
  device_id: (row, query) => row.device_id === query,
  os: (row, query) => row.os === query,
  type: (row, query) => row.type === query,
  hostname: (row, query) => isLike(row.hostname, query),
  sysName: (row, query) => isLike(row.sysName, query),
  location: (row, query) => isLike(row.location, query),
}

/** `GET /devices`: every row at once, by hostname; there is no paging. */
export function listDevices(server: LibreServer, query: URLSearchParams): LibreReply {
  const type = query.get('type') ?? 'all'
  const test = Object.hasOwn(tests, type) ? tests[type] : undefined
  const rows = server.db
    .all('devices')
    .filter((row) => !test || test(row, query.get('query') ?? ''))
    .sort((a, b) => (a.hostname ?? '').localeCompare(b.hostname ?? ''))
  return success(
    'devices',
    rows.map((row) => presentDevice(server, row)),
  )
}

/** A name made of digits is taken for an id. */
export function deviceNamed({ db }: LibreServer, name: string): ObsRow | undefined {
  return /^\d+$/.test(name) ? db.find('devices', name) : db.where('devices', { hostname: name })[0]
}

/** `GET /devices/:name`. */
export function readDevice(server: LibreServer, name: string): LibreReply {
  const row = deviceNamed(server, name)
  return row
    ? success('devices', [presentDevice(server, row)])
    : failure(404, `Device ${name} does not exist`)
}

/** `GET /devices/:name/ports`: only `ifName` unless columns are asked for; an unknown one is an error. */
export function listPorts(server: LibreServer, name: string, query: URLSearchParams): LibreReply {
  const columns = (query.get('columns') ?? 'ifName').split(',').map((column) => column.trim())
  const unknown = columns.filter((column) => !portColumns.includes(column))
  if (unknown.length > 0) return failure(400, `Invalid columns: ${unknown.join(',')}`)
  const device = deviceNamed(server, name)
  const ports = server.db.where('ports', { device_id: device?.device_id ?? '', deleted: '0' })
  return success(
    'ports',
    ports.map((port) => presentPort(server, port, columns)),
  )
}

/** `GET /devices/:name/links`: 404 when there is none. */
export function listLinks(server: LibreServer, name: string): LibreReply {
  const device = deviceNamed(server, name)
  const links = device ? server.db.where('neighbours', { device_id: device.device_id ?? '' }) : []
  return links.length === 0 ? failure(404, 'Links do not exist') : success('links', links.map(presentLink))
}

function presentLink(row: ObsRow): LibreRow {
  return {
    id: numeric(row.neighbour_id),
    local_port_id: numeric(row.port_id),
    local_device_id: numeric(row.device_id),
    remote_port_id: numeric(row.remote_port_id),
    active: numeric(row.active),
    protocol: row.protocol ?? null,
    remote_hostname: row.remote_hostname ?? null,
    remote_device_id: numeric(row.remote_device_id),
    remote_port: row.remote_port ?? null,
    remote_platform: row.remote_platform ?? null,
    remote_version: row.remote_version ?? null,
  }
}
