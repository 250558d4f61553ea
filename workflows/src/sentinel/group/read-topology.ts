import type { ListedDevice, ListedPort } from '@hub/contracts'
import type { z } from 'zod'
import { type Site, type SiteLink, sameName, type Topology, type WatchedDevice } from './topology.ts'

type Listed = Pick<z.infer<typeof ListedDevice>, 'hostname' | 'location' | 'type'>
type Port = Pick<z.infer<typeof ListedPort>, 'name' | 'description' | 'neighbour'>

export interface TopologySources {
  /** Rows of `observium_list_devices`. */
  devices: readonly Listed[]
  /** Answers of `observium_list_ports`. */
  ports: readonly { device: string; ports: readonly Port[] }[]
  /** Our own core, by name. */
  coreDevices: readonly string[]
  /** Name of the client a device serves, as GLPI knows it; null when unknown. */
  clientOf: (hostname: string) => string | null
}

interface Lead {
  from: string
  port: string
  to: string
}

const wan = /^(?:wan|fai|internet|acces)[\s:_-]+(\S.*)$/i
const lead = /^(?:lien|link|to|vers)[\s:_-]+(\S.*)$/i
const power = /\b(?:ups|onduleur|pdu|power)\b/i

/**
 * What hangs from what, read from the tools: a port described `WAN <provider>` is a way out, its device the edge of a
 * site; from there the neighbours and `LIEN <device>` descriptions lead inwards. A device belongs to the site whose
 * edge it is reached from, else to its own location.
 */
export function readTopology(sources: TopologySources): Topology {
  const leads = leadsOf(sources)
  const links = linksOf(sources)
  const parents = parentsOf([...new Set(links.map(({ device }) => device))], leads)
  const placeOf = (hostname: string) => {
    const top = edgeOf(hostname, parents)
    const listed = sources.devices.find((device) => sameName(device.hostname, top))
    return { place: listed?.location ?? hostname, client: sources.clientOf(top) }
  }
  const siteOf = siteNames(sources.devices.map(({ hostname }) => placeOf(hostname)))
  const devices = sources.devices.map((device): WatchedDevice => {
    const found = parents.get(device.hostname.toLowerCase())
    return {
      hostname: device.hostname,
      site: siteOf(placeOf(device.hostname)),
      role: roleOf(device, { sources, links }),
      parent: found?.from ?? null,
      parentPort: found?.port ?? null,
    }
  })
  return { devices, sites: sitesOf({ devices, links, sources }) }
}

interface Place {
  place: string
  client: string | null
}

/** Names of sites: two clients at one address are two sites, each with its client in its name. */
function siteNames(places: readonly Place[]): (of: Place) => string {
  const clients = Map.groupBy(places, ({ place }) => place)
  const isShared = (place: string) => new Set(clients.get(place)?.map(({ client }) => client)).size > 1
  return ({ place, client }) => (client !== null && isShared(place) ? `${place} (${client})` : place)
}

function linksOf({ ports }: TopologySources): SiteLink[] {
  return ports.flatMap(({ device, ports: own }) =>
    own.flatMap(({ name, description }) => {
      const [, provider] = wan.exec(description ?? '') ?? []
      return provider === undefined ? [] : [{ provider: provider.trim(), device, port: name }]
    }),
  )
}

/** Both ways, because discovery may have been seen from one end only. */
function leadsOf({ ports }: TopologySources): Lead[] {
  return ports.flatMap(({ device, ports: own }) =>
    own.flatMap(({ name, description, neighbour }) => {
      const [, described] = lead.exec(description ?? '') ?? []
      const to = neighbour?.device ?? described?.trim()
      if (to === undefined) return []
      const back = neighbour?.port ? [{ from: to, port: neighbour.port, to: device }] : []
      return [{ from: device, port: name, to }, ...back]
    }),
  )
}

/** From the edges inwards, nearest first; each device once. */
function parentsOf(edges: readonly string[], leads: readonly Lead[]): Map<string, Lead> {
  const parents = new Map<string, Lead>()
  const seen = new Set(edges.map((name) => name.toLowerCase()))
  let front = [...edges]
  while (front.length > 0) {
    const next = front.flatMap((name) => leads.filter(({ from }) => sameName(from, name)))
    front = []
    for (const step of next) {
      const key = step.to.toLowerCase()
      if (seen.has(key)) continue
      seen.add(key)
      parents.set(key, step)
      front.push(step.to)
    }
  }
  return parents
}

function edgeOf(hostname: string, parents: ReadonlyMap<string, Lead>): string {
  let top = hostname
  for (let step = parents.get(top.toLowerCase()); step !== undefined; step = parents.get(top.toLowerCase()))
    top = step.from
  return top
}

function roleOf(
  { hostname, type }: Listed,
  { sources, links }: { sources: TopologySources; links: readonly SiteLink[] },
): WatchedDevice['role'] {
  if (sources.coreDevices.some((name) => sameName(name, hostname))) return 'core'
  if (links.some(({ device }) => sameName(device, hostname))) return 'edge'
  return type !== null && power.test(type) ? 'power' : 'inside'
}

function sitesOf({
  devices,
  links,
  sources,
}: {
  devices: readonly WatchedDevice[]
  links: readonly SiteLink[]
  sources: TopologySources
}): Site[] {
  return [...Map.groupBy(devices, ({ site }) => site)].map(([name, own]) => {
    const client = own.map(({ hostname }) => sources.clientOf(hostname)).find((found) => found !== null)
    return {
      name,
      client: client ?? name,
      isOurs: own.some(({ role }) => role === 'core'),
      links: links.filter(({ device }) => own.some(({ hostname }) => sameName(hostname, device))),
    }
  })
}
