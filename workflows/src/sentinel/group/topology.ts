/** A place of a client with its ways out; `isOurs` marks our own premises (core, monitoring, hosting). */
export interface Site {
  name: string
  client: string
  isOurs?: boolean
  links: readonly SiteLink[]
}

/** One way out of a site: who provides it and on which device (and port) it ends; port null when only one is known. */
export interface SiteLink {
  provider: string
  device: string
  port: string | null
}

/** A watched device: `edge` ends a link of its site, `core` is ours and every site is behind it. */
export interface WatchedDevice {
  hostname: string
  site: string
  role: 'core' | 'edge' | 'inside' | 'power'
  /** The device it hangs from and the port of that device that leads to it. */
  parent: string | null
  parentPort: string | null
}

/** What hangs from what. Names are compared without case. */
export interface Topology {
  sites: readonly Site[]
  devices: readonly WatchedDevice[]
}

export const sameName = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a !== null && a !== undefined && b !== null && b !== undefined && a.toLowerCase() === b.toLowerCase()

interface Index {
  devices: ReadonlyMap<string, WatchedDevice>
  sites: ReadonlyMap<string, Site>
}

const indexes = new WeakMap<Topology, Index>()

function indexOf(topology: Topology): Index {
  const known = indexes.get(topology)
  if (known !== undefined) return known
  const index = {
    devices: new Map(topology.devices.map((device) => [device.hostname.toLowerCase(), device])),
    sites: new Map(topology.sites.map((site) => [site.name.toLowerCase(), site])),
  }
  indexes.set(topology, index)
  return index
}

/** The watched device of a name. A topology is not changed once it is asked. */
export function deviceNamed(topology: Topology, hostname: string): WatchedDevice | undefined {
  return indexOf(topology).devices.get(hostname.toLowerCase())
}

export function siteNamed(topology: Topology, name: string | undefined): Site | undefined {
  return name === undefined ? undefined : indexOf(topology).sites.get(name.toLowerCase())
}

/** True when `hostname` hangs from `ancestor`, at any depth. A loop in the data ends the walk. */
export function isBehind(topology: Topology, hostname: string, ancestor: string): boolean {
  const seen = new Set<string>()
  let parent = deviceNamed(topology, hostname)?.parent ?? null
  while (parent !== null && !seen.has(parent.toLowerCase())) {
    if (sameName(parent, ancestor)) return true
    seen.add(parent.toLowerCase())
    parent = deviceNamed(topology, parent)?.parent ?? null
  }
  return false
}
