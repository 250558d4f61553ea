import { type Client, clients, rootClient } from './clients.ts'
import { catalyst24, type EquipmentKind, type EquipmentModel, models } from './equipment-models.ts'
import type { Random } from './random.ts'

/** One piece of network equipment, known to GLPI (asset) and to Observium (device) under the same name. */
export interface Equipment {
  /** Observium device_id; GLPI numbers its assets on its own. */
  deviceId: number
  name: string
  client: Client
  model: EquipmentModel
  /** `<town> - <site>`. */
  location: string
  serial: string
  ip: string
  mac: string
  uptimeDays: number
  isDown: boolean
  /** The equipment this one hangs from; null for the router. */
  uplink: Equipment | null
}

const downDevice = 'SWITCH-VIDOURLE-003'
const knownSwitch = 'SWITCH-CLIN-STJEAN'
const pad = (value: number, width: number) => String(value).padStart(width, '0')

/** What stands at a client of that size, in order from the provider inwards. */
const plans: Record<Client['size'], readonly EquipmentKind[]> = {
  large: ['router', 'firewall', 'switch', 'switch', 'switch', 'access-point', 'access-point', 'access-point'],
  medium: ['router', 'firewall', 'switch', 'access-point'],
  small: ['router', 'switch'],
}

function nameOf(client: Client, kind: EquipmentKind, rank: number): string {
  if (kind === 'router') return `ROUTEUR-${client.code}`
  if (kind === 'firewall') return `FW-${client.code}`
  if (kind === 'access-point') return `AP-${client.code}-${pad(rank, 2)}`
  return `SWITCH-${client.code}` === knownSwitch && rank === 1
    ? knownSwitch
    : `SWITCH-${client.code}-${pad(rank, 3)}`
}

function buildSite(client: Client, random: Random): Equipment[] {
  const built: Equipment[] = []
  const ranks = new Map<EquipmentKind, number>()
  for (const kind of plans[client.size]) {
    const rank = (ranks.get(kind) ?? 0) + 1
    ranks.set(kind, rank)
    const name = nameOf(client, kind, rank)
    const model = name === knownSwitch ? catalyst24 : random.pick(models[kind])
    const site = client.sites[rank > 1 ? client.sites.length - 1 : 0] ?? client.town
    built.push({
      deviceId: 0,
      name,
      client,
      model,
      location: `${client.town} - ${site}`,
      serial: `${model.serialPrefix}${random.hex(8).toUpperCase()}`,
      ip: `10.${client.id}.0.${built.length + 1}`,
      mac: `${model.oui}${random.hex(6)}`,
      uptimeDays: name === knownSwitch ? 45 : random.int(3, 410),
      isDown: name === downDevice,
      uplink: uplinkOf(kind, built),
    })
  }
  return built
}

/** A router hangs from nothing, switches from the first switch (or the edge), access points from a switch. */
function uplinkOf(kind: EquipmentKind, built: readonly Equipment[]): Equipment | null {
  const core = built.find((candidate) => candidate.model.kind === 'switch')
  return (kind === 'switch' || kind === 'access-point') && core ? core : (built.at(-1) ?? null)
}

/** Our own core switch: every site is reached through it. */
export const coreDevice = 'COEUR-WIDIP-01'

const ours: Client = {
  ...rootClient,
  code: 'WIDIP',
  provider: 'WIDIP',
  sector: 'business',
  size: 'large',
  sites: ['Salle serveurs'],
}

function buildCore(random: Random): Equipment {
  return {
    deviceId: 0,
    name: coreDevice,
    client: ours,
    model: catalyst24,
    location: `${ours.town} - Salle serveurs`,
    serial: `${catalyst24.serialPrefix}${random.hex(8).toUpperCase()}`,
    ip: '10.0.0.1',
    mac: `${catalyst24.oui}${random.hex(6)}`,
    uptimeDays: 212,
    isDown: false,
    uplink: null,
  }
}

/** The equipment of every client, numbered from 101, and our own core after it. */
export function buildEquipment(random: Random): Equipment[] {
  const all = [...clients.flatMap((client) => buildSite(client, random)), buildCore(random)]
  for (const [index, equipment] of all.entries()) equipment.deviceId = 101 + index
  return all
}
