import { NotFoundError, ValidationError } from '@hub/contracts'
import type { NetworkDevice } from '../driver.ts'

const maxCandidates = 5

/** Searches of one program; they may give more than was asked for. */
export interface DeviceSearch {
  system: string
  byHostname(name: string): Promise<NetworkDevice[]>
  bySysName(name: string): Promise<NetworkDevice[]>
  /** Devices whose hostname contains the name. */
  near(name: string): Promise<NetworkDevice[]>
}

/** Finds one device by its name; see NetworkDevices.find for the order and the errors. */
export async function findDevice(name: string, search: DeviceSearch): Promise<NetworkDevice> {
  // `%` and `*` are wildcards of the filters and never part of a host name.
  const plain = name.replace(/[%*]/g, '')
  if (plain === '') throw notFound(search.system, { name, near: [] })
  const byHostname = await search.byHostname(plain)
  const found =
    only(
      name,
      byHostname.filter((device) => device.hostname === name),
    ) ??
    only(
      name,
      byHostname.filter((device) => isSame(device.hostname, name)),
    ) ??
    only(
      name,
      (await search.bySysName(plain)).filter((device) => isSame(device.sysName, name)),
    )
  if (found !== undefined) return found
  throw notFound(search.system, { name, near: await search.near(plain) })
}

function isSame(a: string | null, b: string): boolean {
  return a !== null && a.toLowerCase() === b.toLowerCase()
}

/** The single device, or undefined when there is none. */
function only(name: string, devices: NetworkDevice[]): NetworkDevice | undefined {
  if (devices.length <= 1) return devices[0]
  const candidates = listed(devices)
  throw new ValidationError(`Several devices are called ${name}: ${candidates}. Use the hostname.`, {
    reason: 'observium.device_ambiguous',
    params: { device: name, candidates },
    fields: [{ path: 'device', message: `several devices: ${candidates}` }],
  })
}

function notFound(system: string, { name, near }: { name: string; near: NetworkDevice[] }): NotFoundError {
  const candidates = listed(near)
  const hint = candidates === '' ? '' : `. Near: ${candidates}`
  return new NotFoundError(`${system} has no device called ${name}${hint}`, {
    reason: 'observium.device_not_found',
    params: { device: name, candidates, system },
  })
}

function listed(devices: NetworkDevice[]): string {
  const names = devices.map((device) => device.hostname).sort()
  const more = names.length > maxCandidates ? ', ...' : ''
  return names.slice(0, maxCandidates).join(', ') + more
}
