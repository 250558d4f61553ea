import { toLocalText } from '../../clock.ts'
import type { ObsDatabase, ObsRow, TableName } from '../tables.ts'
import { isUnpolled } from './poller.ts'
import { presentAlert } from './present-alert.ts'

const pollPeriod = 300

/** Unix seconds of the last poll: the devices are polled every five minutes. */
const lastPoll = (now: Date) => Math.floor(now.getTime() / 1000 / pollPeriod) * pollPeriod

/** A slow swing around 1, different for each id and poll, so that rates live without being random. */
function swing(id: number, poll: number): number {
  return 1 + 0.22 * Math.sin(poll / 2700 + id) + 0.08 * Math.sin(poll / 430 + id * 7)
}

function presentDevice(row: ObsRow, now: Date): ObsRow {
  if (row.status !== '1' || isUnpolled(row)) return row
  const poll = lastPoll(now)
  const uptime = String(Math.max(0, Math.floor(now.getTime() / 1000) - Number(row.last_rebooted)))
  return { ...row, uptime, last_polled: toLocalText(new Date(poll * 1000)) }
}

function presentPort(row: ObsRow, db: ObsDatabase, now: Date): ObsRow {
  const device = db.find('devices', row.device_id ?? '')
  const isPolled = device?.status === '1'
  const poll = isPolled ? lastPoll(now) : Number(device?.last_down ?? lastPoll(now))
  const factor = row.ifOperStatus === 'up' && isPolled ? swing(Number(row.port_id), poll) : isPolled ? 0 : 1
  const rate = (column: string) => Math.round(Number(row[column]) * factor)
  const percent = (bytes: number) => String(Math.round((bytes * 8 * 100) / Number(row.ifSpeed)))
  const [inRate, outRate] = [rate('ifInOctets_rate'), rate('ifOutOctets_rate')]
  return {
    ...row,
    ifInOctets_rate: String(inRate),
    ifOutOctets_rate: String(outRate),
    ifInOctets_perc: percent(inRate),
    ifOutOctets_perc: percent(outRate),
    ifInErrors_rate: (Number(row.ifInErrors_rate) * factor).toFixed(2),
    poll_time: String(poll),
  }
}

/** A row as it reads now: counters move with time, a dead device keeps its last values. */
export function presentRow(
  table: TableName,
  row: ObsRow,
  { db, now }: { db: ObsDatabase; now: Date },
): ObsRow {
  switch (table) {
    case 'devices':
      return presentDevice(row, now)
    case 'ports':
      return presentPort(row, db, now)
    case 'sensors':
      return {
        ...row,
        sensor_polled: String(lastPoll(now)),
        sensor_last_change: String(lastPoll(now) - 7200),
      }
    case 'alerts':
      return presentAlert(row, now)
    default:
      return row
  }
}
