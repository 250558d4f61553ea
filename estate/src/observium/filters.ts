import { alertStates } from './live/present-alert.ts'
import type { ObsDatabase, ObsRow, TableName } from './tables.ts'

type RowTest = (row: ObsRow) => boolean
type Filter = (value: string, db: ObsDatabase) => RowTest

const literal = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

/** Comma list of LIKE patterns; `%` and `*` stand for anything, letter case does not count. */
function like(list: string): (value: string | null | undefined) => boolean {
  const patterns = list
    .split(',')
    .map((item) => new RegExp(`^${literal(item).replace(/[%*]/g, '.*')}$`, 'is'))
  return (value) => patterns.some((pattern) => pattern.test(value ?? ''))
}

const isIn =
  (column: string): Filter =>
  (list) => {
    const wanted = new Set(list.split(','))
    return (row) => wanted.has(row[column] ?? '')
  }

const isLike =
  (column: string): Filter =>
  (list) => {
    const test = like(list)
    return (row) => test(row[column])
  }

/** A filter on a column of the device behind the row. */
const ofDevice =
  (column: string): Filter =>
  (list, db) => {
    const test = like(list)
    return (row) => test(db.find('devices', row.device_id ?? '')?.[column])
  }

const portStates: Record<string, RowTest> = {
  up: (row) => row.ifOperStatus === 'up',
  down: (row) => row.ifOperStatus !== 'up' && row.ifAdminStatus === 'up',
  shutdown: (row) => row.ifAdminStatus === 'down',
  admindown: (row) => row.ifAdminStatus === 'down',
  adminup: (row) => row.ifAdminStatus === 'up',
}

const alerted: Filter = (_, db) => {
  const failing = db
    .where('alerts', { entity_type: 'port', alert_status: '0' })
    .map((alert) => alert.entity_id)
  return (row) => failing.includes(row.port_id ?? '')
}

const alertStatus: Filter = (list) => {
  const wanted = list.split(',')
  return (row) =>
    wanted.includes('all') || wanted.includes(alertStates[row.alert_status ?? '']?.name ?? 'unknown')
}

const byDevice = { device_id: isIn('device_id'), hostname: ofDevice('hostname') }

/** Query parameters that filter each table (1.3); others are ignored, as the real API does. */
export const filters: Record<TableName, Record<string, Filter>> = {
  devices: {
    device_id: isIn('device_id'),
    hostname: isLike('hostname'),
    sysname: isLike('sysName'),
    serial: isLike('serial'),
    purpose: isLike('purpose'),
    location: isLike('location'),
    location_text: isLike('location'),
    os: isIn('os'),
    version: isLike('version'),
    hardware: isLike('hardware'),
    vendor: isLike('vendor'),
    type: isIn('type'),
    status: isIn('status'),
    status_type: isIn('status_type'),
    ignore: isIn('ignore'),
    disabled: isIn('disabled'),
  },
  ports: {
    ...byDevice,
    location: ofDevice('location'),
    ifAlias: isLike('ifAlias'),
    ifDescr: isLike('ifDescr'),
    label: isLike('port_label'),
    ifType: isIn('ifType'),
    ifSpeed: isIn('ifSpeed'),
    mac: isLike('ifPhysAddress'),
    state: (value) => portStates[value] ?? (() => false),
    errors: () => (row) => Number(row.ifInErrors_rate) > 0 || Number(row.ifOutErrors_rate) > 0,
    alerted,
  },
  sensors: {
    ...byDevice,
    metric: isIn('sensor_class'),
    event: isIn('sensor_event'),
    sensor_descr: isLike('sensor_descr'),
  },
  processors: { ...byDevice, processor_descr: isLike('processor_descr') },
  mempools: { ...byDevice, mempool_descr: isLike('mempool_descr') },
  storage: { ...byDevice, storage_descr: isLike('storage_descr') },
  neighbours: { ...byDevice, port_id: isIn('port_id'), remote_hostname: isLike('remote_hostname') },
  alert_checks: { entity_type: isIn('entity_type'), severity: isIn('severity') },
  alerts: {
    device_id: isIn('device_id'),
    entity_type: isIn('entity_type'),
    entity_id: isIn('entity_id'),
    alert_test_id: isIn('alert_test_id'),
    status: alertStatus,
  },
}

/** One test for all filters of a query. Alerts without `status` are the failed ones. */
export function queryTest(table: TableName, query: URLSearchParams, db: ObsDatabase): RowTest {
  const asked = new URLSearchParams(query)
  if (table === 'alerts' && !asked.has('status')) asked.set('status', 'failed')
  const tests = [...asked].flatMap(([name, value]) => {
    const filter = Object.hasOwn(filters[table], name) ? filters[table][name] : undefined
    return filter && value !== '' ? [filter(value, db)] : []
  })
  return (row) => tests.every((test) => test(row))
}
