import { type ClientMiss, lookUpClients } from './client-lookup.ts'
import type { Turn } from './intent.ts'
import type { ClientDevice, ClientRow } from './shapes.ts'
import { isOfKind } from './slots/device-kind.ts'

const mostDevicesAtOnce = 4

export type DeviceLookup =
  | ClientMiss
  | { step: 'no-device'; client: ClientRow }
  | { step: 'many-devices'; client: ClientRow; devices: ClientDevice[] }
  | { step: 'found'; hosts: string[]; client?: ClientRow; others: string[] }

/** The one device whose name the others extend with a number: "SWITCH-X" beside "SWITCH-X-002". */
function mainDevice(devices: ClientDevice[]): ClientDevice | undefined {
  return devices.find((candidate) =>
    devices.every((other) => other === candidate || /^-\d+$/.test(other.name.replace(candidate.name, ''))),
  )
}

function chooseDevice({ slots }: Turn, client: ClientRow): DeviceLookup {
  const { deviceKind } = slots
  const devices = deviceKind
    ? client.devices.filter(({ name, model }) => isOfKind(deviceKind, name, model ?? undefined))
    : client.devices
  if (devices.length === 0) return { step: 'no-device', client }
  const wantsAll = deviceKind === undefined || slots.wantsAllOfKind === true
  if (devices.length === 1 || (wantsAll && devices.length <= mostDevicesAtOnce)) {
    return { step: 'found', hosts: devices.map(({ name }) => name), client, others: [] }
  }
  const main = wantsAll ? undefined : mainDevice(devices)
  if (!main) return { step: 'many-devices', client, devices }
  const others = devices.filter((device) => device !== main).map(({ name }) => name)
  return { step: 'found', hosts: [main.name], client, others }
}

/** Finds the devices that a sentence is about: named, or found among the equipment of the client it names. */
export function lookUpDevices(turn: Turn): DeviceLookup {
  const { hostnames } = turn.slots
  if (hostnames) return { step: 'found', hosts: hostnames.slice(0, mostDevicesAtOnce), others: [] }
  const lookup = lookUpClients(turn)
  return lookup.step === 'one-client' ? chooseDevice(turn, lookup.client) : lookup
}
