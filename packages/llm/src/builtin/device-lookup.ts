import type { PlannedCall, Turn } from './intent.ts'
import { dataOf, resultsOf } from './results.ts'
import { ClientData, type ClientDevice, type ClientRow } from './shapes.ts'
import { clientQueries, expandSaints } from './slots/client-queries.ts'
import { isOfKind } from './slots/device-kind.ts'
import { foldToWords } from './text/fold.ts'
import type { ToolResult } from './tool-results.ts'

const mostDevicesAtOnce = 4

export type DeviceLookup =
  | { step: 'unnamed' }
  | { step: 'searching'; query: string }
  | { step: 'failed'; result: ToolResult }
  | { step: 'no-client' }
  | { step: 'many-clients'; clients: ClientRow[] }
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

function chooseClient(turn: Turn, clients: ClientRow[], query: string): DeviceLookup {
  const [only, ...rest] = clients
  if (only && rest.length === 0) return chooseDevice(turn, only)
  const wanted = foldToWords(expandSaints(query))
  const exact = clients.filter(({ name }) => foldToWords(expandSaints(name)) === wanted)
  return exact.length === 1 && exact[0] ? chooseDevice(turn, exact[0]) : { step: 'many-clients', clients }
}

/** Finds the devices that a sentence is about: named, or found among the equipment of the client it names. */
export function lookUpDevices(turn: Turn): DeviceLookup {
  const { hostnames, clientPhrase } = turn.slots
  if (hostnames) return { step: 'found', hosts: hostnames.slice(0, mostDevicesAtOnce), others: [] }
  if (clientPhrase === undefined) return { step: 'unnamed' }
  const searches = resultsOf(turn, 'glpi_search_client')
  for (const [index, query] of clientQueries(clientPhrase).entries()) {
    const result = searches[index]
    if (!result) return { step: 'searching', query }
    const found = dataOf(result, ClientData)
    if (!found) return { step: 'failed', result }
    if (found.clients.length > 0) return chooseClient(turn, found.clients, query)
  }
  return { step: 'no-client' }
}

/** The next call of the lookup, none when it is over. */
export function lookupCalls(lookup: DeviceLookup): PlannedCall[] {
  return lookup.step === 'searching'
    ? [{ tool: 'glpi_search_client', arguments: { query: lookup.query } }]
    : []
}
