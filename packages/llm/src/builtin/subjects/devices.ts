import { lookUpDevices } from '../device-lookup.ts'
import type { PlannedCall, Turn } from '../intent.ts'
import { renderLookup } from '../render/lookup.ts'
import { known, type Resolution, told } from '../resolution.ts'
import { dataOf, isNotFound, resultsOf } from '../results.ts'
import { DeviceListData } from '../shapes.ts'
import { editDistance } from '../text/edit-distance.ts'

export interface Devices {
  hosts: string[]
  clientName?: string
  /** Devices of the same kind at that client that are not read. */
  others: string[]
}

const listTool = 'observium_list_devices'
const mostSlips = 2

const familyOf = (host: string) => host.replace(/[-_][^-_]*$/, '') || host

/** The one device whose name is `host` with a slip or two, among those that the monitoring lists. */
function meant(turn: Turn, host: string): string | undefined {
  const list = resultsOf(turn, listTool).find(({ arguments: { text } }) => text === familyOf(host))
  const names = dataOf(list, DeviceListData)?.devices.map(({ hostname }) => hostname) ?? []
  const near = names.filter((name) => editDistance(name.toUpperCase(), host.toUpperCase()) <= mostSlips)
  return near.length === 1 ? near[0] : undefined
}

/** The devices that a sentence names or means; a name that `tool` does not know is looked up by its spelling. */
export function namedDevices(turn: Turn, tool: string): Resolution<Devices> {
  const lookup = lookUpDevices(turn)
  if (lookup.step === 'searching') {
    return { state: 'wanted', calls: [{ tool: 'glpi_search_client', arguments: { query: lookup.query } }] }
  }
  if (lookup.step !== 'found') return told(renderLookup(turn, lookup))
  const unknown = lookup.hosts.filter((host) =>
    isNotFound(resultsOf(turn, tool).find(({ arguments: { device } }) => device === host)),
  )
  const calls: PlannedCall[] = unknown
    .filter((host) => !resultsOf(turn, listTool).some(({ arguments: { text } }) => text === familyOf(host)))
    .map((host) => ({ tool: listTool, arguments: { text: familyOf(host) } }))
  if (calls.length > 0 && turn.offered.has(listTool)) return { state: 'wanted', calls }
  const hosts = lookup.hosts.map((host) => (unknown.includes(host) ? (meant(turn, host) ?? host) : host))
  const clientName = lookup.client?.name
  return known({ hosts, others: lookup.others, ...(clientName !== undefined && { clientName }) })
}
