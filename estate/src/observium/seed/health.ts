import type { Equipment } from '../../data/equipment.ts'
import type { Random } from '../../data/random.ts'
import type { ObsDatabase } from '../tables.ts'

const hot = 'SWITCH-TILLEULS-001'
const full = 'FW-HADOC'
const busy = 'ROUTEUR-DELMAS'
const mebibyte = 1_048_576

function seedTemperature(db: ObsDatabase, piece: Equipment, random: Random): void {
  const value = piece.name === hot ? 58.5 : 31 + random.int(0, 90) / 10
  db.insert('sensors', {
    device_id: String(piece.deviceId),
    sensor_class: 'temperature',
    sensor_descr: piece.model.kind === 'switch' ? 'Chassis Temperature' : 'CPU Temperature',
    sensor_value: value.toFixed(1),
    sensor_unit: 'C',
    sensor_limit: '55',
    sensor_limit_warn: '50',
    sensor_limit_low: '0',
    sensor_limit_low_warn: null,
    sensor_event: value > 55 ? 'alert' : 'ok',
    sensor_status: value > 55 ? 'Sensor alert' : 'ok',
    sensor_deleted: '0',
  })
}

function seedMemory(db: ObsDatabase, piece: Equipment, random: Random): void {
  const percent = random.int(28, 71)
  const total = random.pick([512, 1024, 2048]) * mebibyte
  const used = Math.round((total * percent) / 100)
  db.insert('mempools', {
    device_id: String(piece.deviceId),
    mempool_descr: piece.model.kind === 'switch' ? 'Processor Pool' : 'Memory',
    mempool_perc: String(percent),
    mempool_used: String(used),
    mempool_free: String(total - used),
    mempool_total: String(total),
    mempool_multiplier: '1',
  })
}

function seedStorage(db: ObsDatabase, piece: Equipment, random: Random): void {
  const percent = piece.name === full ? 94 : random.int(22, 68)
  const size = 16 * 1024 * mebibyte
  const used = Math.round((size * percent) / 100)
  db.insert('storage', {
    device_id: String(piece.deviceId),
    storage_descr: piece.model.kind === 'firewall' ? '/var/log' : 'flash:',
    storage_type: 'fixedDisk',
    storage_perc: String(percent),
    storage_used: String(used),
    storage_free: String(size - used),
    storage_size: String(size),
  })
}

/** Processor, memory, storage and temperature of one piece of equipment. */
export function seedHealth(db: ObsDatabase, piece: Equipment, random: Random): void {
  db.insert('processors', {
    device_id: String(piece.deviceId),
    processor_descr: piece.model.manufacturer === 'Cisco' ? 'CPU of Module 1' : 'CPU',
    processor_type: piece.model.os,
    processor_usage: String(piece.name === busy ? 96 : random.int(3, 42)),
    processor_precision: '1',
  })
  seedMemory(db, piece, random)
  if (piece.model.kind !== 'access-point') seedTemperature(db, piece, random)
  if (piece.model.kind === 'firewall' || piece.model.kind === 'router') seedStorage(db, piece, random)
}
