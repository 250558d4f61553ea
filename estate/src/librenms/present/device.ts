import { toLocalText } from '../../clock.ts'
import { presentRow } from '../../observium/live/present-row.ts'
import type { ObsRow } from '../../observium/tables.ts'
import { type LibreRow, type LibreServer, numeric } from '../server.ts'

/** Why a device is down, in the words of LibreNMS. */
const reasons: Record<string, string> = { ping: 'icmp', snmp: 'snmp' }

/** A device as LibreNMS sends it, with the columns that hold credentials. */
export function presentDevice({ db, clock }: LibreServer, stored: ObsRow): LibreRow {
  const row = presentRow('devices', stored, { db, now: clock() })
  return {
    device_id: numeric(row.device_id),
    inserted: toLocalText(new Date(Number(row.last_rebooted) * 1000)),
    hostname: row.hostname ?? null,
    display: null,
    sysName: row.sysName ?? null,
    ip: row.ip ?? null,
    overwrite_ip: null,
    community: row.snmp_community ?? null,
    authlevel: row.snmp_authlevel ?? null,
    authname: row.snmp_authname ?? null,
    authpass: row.snmp_authpass ?? null,
    authalgo: null,
    cryptopass: row.snmp_cryptopass ?? null,
    cryptoalgo: null,
    snmpver: row.snmp_version ?? null,
    port: numeric(row.snmp_port),
    transport: 'udp',
    snmp_disable: 0,
    bgpLocalAs: numeric(row.bgpLocalAs),
    sysObjectID: row.sysObjectID ?? null,
    sysDescr: row.sysDescr ?? null,
    sysContact: row.sysContact ?? null,
    version: row.version ?? null,
    hardware: row.hardware ?? null,
    features: row.features ?? null,
    location_id: numeric(row.device_id),
    os: row.os ?? null,
    status: numeric(row.status),
    status_reason: row.status === '1' ? '' : (reasons[row.status_type ?? ''] ?? ''),
    ignore: numeric(row.ignore),
    disabled: numeric(row.disabled),
    uptime: numeric(row.uptime),
    last_polled: row.last_polled ?? null,
    last_polled_timetaken: numeric(row.last_polled_timetaken),
    last_discovered: row.last_discovered ?? null,
    purpose: row.purpose ?? null,
    type: row.type ?? null,
    serial: row.serial ?? null,
    notes: null,
    location: row.location ?? null,
    lat: null,
    lng: null,
    dependency_parent_id: null,
    dependency_parent_hostname: null,
  }
}
