import { day, minute, toLocalText } from '../../clock.ts'
import type { Equipment } from '../../data/equipment.ts'
import type { EquipmentKind } from '../../data/equipment-models.ts'
import type { Random } from '../../data/random.ts'
import type { ObsDatabase } from '../tables.ts'

const types: Record<EquipmentKind, string> = {
  switch: 'network',
  router: 'network',
  firewall: 'firewall',
  'access-point': 'wireless',
}

/** When the demo's one dead device stopped answering. */
export const downSince = (now: Date): number => Math.floor((now.getTime() - 26 * minute) / 1000)

const seconds = (date: Date) => Math.floor(date.getTime() / 1000)

/** A device row with its credential columns, which the real API sends too (1.2, 1.4). */
export function seedDevice(
  db: ObsDatabase,
  piece: Equipment,
  { random, now }: { random: Random; now: Date },
): void {
  const { model, client } = piece
  const rebooted = seconds(now) - Math.round((piece.uptimeDays * day) / 1000) - random.int(600, 40_000)
  db.insert('devices', {
    device_id: String(piece.deviceId),
    hostname: piece.name,
    sysName: `${piece.name.toLowerCase()}.${client.domain}`,
    ip: piece.ip,
    status: piece.isDown ? '0' : '1',
    status_type: piece.isDown ? 'ping' : 'ok',
    disabled: '0',
    ignore: '0',
    ignore_until: null,
    uptime: String(seconds(now) - rebooted),
    last_rebooted: String(rebooted),
    last_polled: toLocalText(now),
    last_discovered: toLocalText(new Date(now.getTime() - 190 * minute)),
    last_polled_timetaken: (2 + random.next() * 9).toFixed(2),
    last_down: piece.isDown ? String(downSince(now)) : null,
    os: model.os,
    version: model.version,
    hardware: model.model,
    vendor: model.manufacturer,
    features: null,
    type: types[model.kind],
    location: piece.location,
    purpose: `${client.name} - ${model.kind}`,
    serial: piece.serial,
    asset_tag: `WDP-${piece.deviceId}`,
    sysDescr: `${model.manufacturer} ${model.model} version ${model.version}`,
    sysContact: 'supervision@widip.example',
    sysObjectID: `.1.3.6.1.4.1.${random.int(9, 47_196)}.1.${random.int(1, 900)}`,
    poller_id: '0',
    icon: null,
    bgpLocalAs: null,
    device_state: null,
    snmp_version: piece.deviceId % 3 === 0 ? 'v3' : 'v2c',
    snmp_port: '161',
    snmp_community: `wdp-${random.hex(12)}`,
    snmp_authlevel: piece.deviceId % 3 === 0 ? 'authPriv' : null,
    snmp_authname: piece.deviceId % 3 === 0 ? 'supervision' : null,
    snmp_authpass: piece.deviceId % 3 === 0 ? random.hex(16) : null,
    snmp_cryptopass: piece.deviceId % 3 === 0 ? random.hex(16) : null,
  })
}
