import type { Equipment } from '../../data/equipment.ts'
import type { Random } from '../../data/random.ts'
import type { ObsDatabase, ObsRow } from '../tables.ts'

const knownSwitch = 'SWITCH-CLIN-STJEAN'
const gigabit = 1_000_000_000

interface PortPlan {
  piece: Equipment
  /** From 1. */
  index: number
  isUp: boolean
  /** Mean use of the link in percent. */
  load: number
  errors: number
}

function planOf(piece: Equipment, index: number, random: Random): PortPlan {
  const isEdge = piece.model.kind !== 'switch'
  const isUp = piece.name === knownSwitch || isEdge || random.chance(0.72)
  const isNoisy =
    (piece.name === knownSwitch && index === 17) || (piece.name === 'SWITCH-CLIN-002' && index === 7)
  return {
    piece,
    index,
    isUp,
    load: isUp ? (isEdge ? 4 + random.next() * 30 : random.next() * 9) : 0,
    errors: isNoisy ? 4.2 + (piece.name === knownSwitch ? 0 : 38) : 0,
  }
}

const usualAlias = (piece: Equipment, index: number): string => {
  if (piece.model.kind === 'router' && index === 1) return `WAN ${piece.client.provider}`
  if (piece.name === knownSwitch && index === 17) return 'Plateau technique - consoles imagerie'
  return piece.model.kind === 'switch' ? `Prise ${100 + index}` : ''
}

function rowOf({ piece, index, isUp, load, errors }: PortPlan, random: Random): ObsRow {
  const name = `${piece.model.portPrefix}${index}`
  const bytes = (share: number) => Math.round((gigabit / 8) * (load / 100) * share)
  const [inRate, outRate] = [bytes(0.6 + random.next() * 0.8), bytes(0.3 + random.next() * 0.6)]
  return {
    device_id: String(piece.deviceId),
    ifIndex: String(index),
    port_label: name,
    port_label_short: name.replace('GigabitEthernet', 'Gi'),
    ifName: name,
    ifDescr: name,
    ifAlias: usualAlias(piece, index),
    ifType: piece.model.kind === 'access-point' && index > 1 ? 'ieee80211' : 'ethernetCsmacd',
    ifOperStatus: isUp ? 'up' : 'down',
    ifAdminStatus: 'up',
    ifSpeed: String(gigabit),
    ifHighSpeed: '1000',
    ifDuplex: isUp ? 'fullDuplex' : 'unknown',
    ifMtu: '1500',
    ifVlan: piece.model.kind === 'switch' ? random.pick(['10', '20', '30', '40']) : '1',
    ifTrunk: null,
    ifPhysAddress: piece.mac.slice(0, 10) + index.toString(16).padStart(2, '0'),
    ifLastChange: '0',
    ifInOctets: String(inRate * 86_400),
    ifOutOctets: String(outRate * 86_400),
    ifInOctets_rate: String(inRate),
    ifOutOctets_rate: String(outRate),
    ifInErrors_rate: errors.toFixed(2),
    ifInErrors_delta: String(Math.round(errors * 300)),
    ifOutErrors_rate: '0.00',
    ifInDiscards_rate: '0.00',
    ignore: '0',
    disabled: '0',
    deleted: '0',
    poll_period: '300',
  }
}

/** The ports of one piece of equipment, numbered from 1. */
export function seedPorts(db: ObsDatabase, piece: Equipment, random: Random): void {
  for (let index = 1; index <= piece.model.ports; index += 1) {
    db.insert('ports', rowOf(planOf(piece, index, random), random))
  }
}
