import { glpiSearchClient, observiumListDevices, observiumListPorts } from '@hub/contracts'
import type { z } from 'zod'
import type { WorkflowsContext } from '../../context.ts'
import { readTopology } from '../group/read-topology.ts'
import type { Topology } from '../group/topology.ts'
import { mapSome, type ReadTool, reading, readOrNull } from '../read-tool.ts'
import type { SentinelOptions } from '../sentinel-options.ts'

const readsAtOnce = 4
const mostPages = 100
const mostReadings = 3

type Device = z.infer<typeof observiumListDevices.output>['devices'][number]
type Ports = z.infer<typeof observiumListPorts.output>

/** What was read; not whole when a part of it was refused or did not come. */
export interface Reading {
  topology: Topology
  isWhole: boolean
}

/**
 * Reads every device and its ports from the monitoring, and the clients from GLPI.
 * @throws AppError when the devices cannot be read
 */
export function readSources(ctx: WorkflowsContext, options: SentinelOptions): Promise<Reading> {
  return reading(ctx, 'topology', (read) => readAll(read, options))
}

async function readAll(read: ReadTool, options: SentinelOptions): Promise<Reading> {
  const { devices, isWhole: areAll } = await readAllDevices(read)
  const ports = await mapSome(devices, {
    atOnce: readsAtOnce,
    work: ({ hostname }) => readOrNull(() => readPorts(read, hostname)),
  })
  const { clients, isWhole } = await clientsByPurpose(read, devices)
  const topology = readTopology({
    devices,
    ports: ports.flatMap((one) => one ?? []),
    coreDevices: options.coreDevices,
    clientOf: (hostname) => {
      const device = devices.find((each) => each.hostname === hostname)
      return clients.get(wordsOf(device)) ?? null
    },
  })
  return { topology, isWhole: areAll && isWhole && ports.every((one) => one !== null) }
}

/** Every device of the monitoring. @throws AppError */
export async function readDevices(read: ReadTool): Promise<Device[]> {
  return (await readAllDevices(read)).devices
}

/**
 * The list begins with what is down: while devices fall, one can slip from a page that is to be read onto one that was.
 * It is read again until all have been seen.
 */
async function readAllDevices(read: ReadTool): Promise<{ devices: Device[]; isWhole: boolean }> {
  const seen = new Map<string, Device>()
  for (let reading = 1; reading <= mostReadings; reading++) {
    const total = await readList(read, seen)
    if (seen.size >= total) return { devices: [...seen.values()], isWhole: true }
  }
  return { devices: [...seen.values()], isWhole: false }
}

/** @returns how many there are */
async function readList(read: ReadTool, seen: Map<string, Device>): Promise<number> {
  for (let page = 1; ; page++) {
    const answer = await read('observium_list_devices', { page })
    const { devices, pageCount, total } = observiumListDevices.output.parse(answer)
    for (const device of devices) seen.set(device.hostname, device)
    if (page >= pageCount || page >= mostPages) return total
  }
}

/** Every port of a device, as they were at its last poll. @throws AppError */
export async function readPorts(
  read: ReadTool,
  device: string,
): Promise<Pick<Ports, 'device' | 'lastPolledAt' | 'ports'>> {
  const ports: Ports['ports'] = []
  for (let page = 1; page <= mostPages; page++) {
    const answer = observiumListPorts.output.parse(await read('observium_list_ports', { device, page }))
    ports.push(...answer.ports)
    if (page >= answer.pageCount) return { device: answer.device, lastPolledAt: answer.lastPolledAt, ports }
  }
  return { device, lastPolledAt: null, ports }
}

/** Neither program has a column for the client: it stands before the last dash of what a device is for. */
function wordsOf(device: Pick<Device, 'purpose'> | undefined): string {
  const purpose = device?.purpose ?? ''
  const end = purpose.lastIndexOf(' - ')
  return (end < 0 ? purpose : purpose.slice(0, end)).trim()
}

/** The client of each such text: only where GLPI has exactly that name, once. */
async function clientsByPurpose(
  read: ReadTool,
  devices: readonly Device[],
): Promise<{ clients: Map<string, string>; isWhole: boolean }> {
  const words = [...new Set(devices.map(wordsOf))].filter((text) => text.length >= 2)
  const names = await mapSome(words, {
    atOnce: readsAtOnce,
    work: (text) => readOrNull(() => clientsNamed(read, text)),
  })
  const clients = words.flatMap((text, index) => {
    const [only, ...others] = names[index] ?? []
    return only !== undefined && others.length === 0 ? [[text, only] as const] : []
  })
  return { clients: new Map(clients), isWhole: names.every((found) => found !== null) }
}

async function clientsNamed(read: ReadTool, text: string): Promise<string[]> {
  const answer = await read('glpi_search_client', { query: text.slice(0, 120) })
  const { clients } = glpiSearchClient.output.parse(answer)
  return clients.filter(({ name }) => folded(name) === folded(text)).map(({ name }) => name)
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
