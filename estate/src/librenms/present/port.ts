import { presentRow } from '../../observium/live/present-row.ts'
import type { ObsRow } from '../../observium/tables.ts'
import { type LibreRow, type LibreServer, numeric } from '../server.ts'

const texts = [
  'ifName',
  'ifDescr',
  'ifAlias',
  'ifType',
  'ifOperStatus',
  'ifAdminStatus',
  'ifDuplex',
  'ifVlan',
  'ifTrunk',
  'ifPhysAddress',
]
const numbers = [
  'port_id',
  'device_id',
  'ifIndex',
  'ifSpeed',
  'ifMtu',
  'ifLastChange',
  'ifInOctets',
  'ifOutOctets',
  'ifInOctets_rate',
  'ifOutOctets_rate',
  'ifInErrors_rate',
  'ifOutErrors_rate',
  'ignore',
  'disabled',
  'deleted',
  'poll_time',
  'poll_period',
]

/** Columns that may be asked for; `port_label` and `ifHighSpeed` of Observium are not among them. */
export const portColumns: readonly string[] = [...numbers, ...texts]

/** The asked columns of a port. */
export function presentPort(
  { db, clock }: LibreServer,
  stored: ObsRow,
  columns: readonly string[],
): LibreRow {
  const row = presentRow('ports', stored, { db, now: clock() })
  return Object.fromEntries(
    columns.map((column) => [
      column,
      numbers.includes(column) ? numeric(row[column]) : (row[column] ?? null),
    ]),
  )
}
