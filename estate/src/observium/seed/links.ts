import type { Equipment } from '../../data/equipment.ts'
import type { ObsDatabase, ObsRow } from '../tables.ts'

const portAt = (db: ObsDatabase, piece: Equipment, index: number) =>
  db.where('ports', { device_id: String(piece.deviceId), ifIndex: String(index) })[0]

/** Switches go up by their last port, everything else by its first. */
const uplinkIndex = (piece: Equipment) => (piece.model.kind === 'switch' ? piece.model.ports : 1)

/** The next port towards the inside: from the second last down on switches, from the second up elsewhere. */
function downlinkIndex(piece: Equipment, taken: Map<Equipment, number>): number {
  const used = taken.get(piece) ?? 0
  taken.set(piece, used + 1)
  return piece.model.kind === 'switch' ? piece.model.ports - 1 - used : 2 + used
}

function neighbour(
  db: ObsDatabase,
  { from, to, remote }: { from: ObsRow; to: ObsRow; remote: Equipment },
): void {
  db.insert('neighbours', {
    device_id: from.device_id ?? null,
    port_id: from.port_id ?? null,
    remote_device_id: String(remote.deviceId),
    remote_port_id: to.port_id ?? null,
    active: remote.isDown ? '0' : '1',
    protocol: remote.model.manufacturer === 'Cisco' ? 'cdp' : 'lldp',
    remote_hostname: remote.name,
    remote_port: to.ifName ?? null,
    remote_platform: `${remote.model.manufacturer} ${remote.model.model}`,
    remote_version: remote.model.version,
    remote_address: remote.ip,
    last_change: null,
  })
}

/** Wires the equipment: names both ends of each link, notes the neighbours and lowers ports towards a dead end. */
export function seedLinks(db: ObsDatabase, equipment: readonly Equipment[]): void {
  const taken = new Map<Equipment, number>()
  for (const piece of equipment) {
    const { uplink } = piece
    if (!uplink) continue
    const near = portAt(db, piece, uplinkIndex(piece))
    const far = portAt(db, uplink, downlinkIndex(uplink, taken))
    if (!near?.port_id || !far?.port_id)
      throw new Error(`No free port between ${piece.name} and ${uplink.name}`)
    const state = { ifOperStatus: piece.isDown ? 'down' : 'up', ifTrunk: 'dot1Q', ifVlan: '1' }
    db.update('ports', near.port_id, { ...state, ifAlias: `UPLINK ${uplink.name}` })
    db.update('ports', far.port_id, { ...state, ifAlias: `LIEN ${piece.name}` })
    neighbour(db, { from: near, to: far, remote: uplink })
    neighbour(db, { from: far, to: near, remote: piece })
  }
}
