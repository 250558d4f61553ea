import type { NetworkDevice } from '../driver.ts'
import { matchingWords } from './matching-words.ts'

export interface DeviceFilter {
  client?: string | undefined
  location?: string | undefined
  status?: NetworkDevice['state'] | undefined
  type?: string | undefined
  text?: string | undefined
}

const order = { down: 0, ignored: 1, up: 2, disabled: 3 } as const satisfies Record<
  NetworkDevice['state'],
  number
>

/** The devices that pass every filter given, those that are down first, then by name. Pure. */
export function selectDevices(devices: readonly NetworkDevice[], filter: DeviceFilter): NetworkDevice[] {
  const tests = testsOf(filter)
  return devices
    .filter((device) => tests.every((test) => test(device)))
    .sort((a, b) => order[a.state] - order[b.state] || a.hostname.localeCompare(b.hostname, 'fr'))
}

type DeviceTest = (device: NetworkDevice) => boolean

function testsOf({ client, location, status, type, text }: DeviceFilter): DeviceTest[] {
  const tests: DeviceTest[] = []
  const addWords = (query: string | undefined, fields: (device: NetworkDevice) => (string | null)[]) => {
    if (query === undefined) return
    const matches = matchingWords(query)
    tests.push((device) => matches(fields(device)))
  }
  // Neither program has a column for the client: it stands in what a device is for, where it is, or in its names.
  addWords(client, (device) => [device.purpose, device.location, device.hostname, device.sysName])
  addWords(location, (device) => [device.location])
  addWords(text, (device) => [device.hostname, device.sysName, device.hardware, device.os, device.purpose])
  if (status !== undefined) tests.push((device) => device.state === status)
  if (type !== undefined) tests.push((device) => device.type?.toLowerCase() === type.toLowerCase())
  return tests
}

/** How many devices are in which state. */
export function countStates(devices: readonly NetworkDevice[]): Record<NetworkDevice['state'], number> {
  const count = (state: NetworkDevice['state']) => devices.filter((device) => device.state === state).length
  return { up: count('up'), down: count('down'), ignored: count('ignored'), disabled: count('disabled') }
}
