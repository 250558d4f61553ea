import { describe, expect, it } from 'vitest'
import type { NetworkPort } from '../driver.ts'
import { countPorts } from './count-ports.ts'
import { byTrouble, listedPort } from './port-problems.ts'

const port = (more: Partial<NetworkPort> = {}): NetworkPort => ({
  id: 1,
  name: 'Gi1',
  description: null,
  state: 'up',
  isIgnored: false,
  inBitsPerSecond: 100_000_000,
  outBitsPerSecond: null,
  speedBitsPerSecond: 1_000_000_000,
  errorsPerSecond: 0,
  ...more,
})
const neighbour = { portId: 1, device: 'SW-2', port: 'Gi2', protocol: 'lldp' }

describe('listedPort', () => {
  it.each<[Partial<NetworkPort>, string[]]>([
    [{}, []],
    [{ errorsPerSecond: 0.01 }, ['errors']],
    [{ errorsPerSecond: null }, []],
    [{ outBitsPerSecond: 800_000_000 }, ['saturated']],
    [{ outBitsPerSecond: 799_000_000 }, []],
    [{ inBitsPerSecond: 900_000_000, speedBitsPerSecond: null }, []],
    [{ state: 'down' }, ['down']],
    [{ state: 'lowerLayerDown' }, ['down']],
    [{ state: 'admin down' }, []],
    [{ state: 'down', isIgnored: true, errorsPerSecond: 3 }, []],
  ])('%j has %j', (more, problems) => {
    expect(listedPort(port(more), undefined).problems).toEqual(problems)
  })

  it('measures the use of a port that is up only', () => {
    expect(listedPort(port(), undefined)).toMatchObject({ inUsedPercent: 10, outUsedPercent: null })
    expect(listedPort(port({ state: 'down' }), undefined).inUsedPercent).toBeNull()
  })

  it('puts a dead link to a neighbour first', () => {
    const [down, dead, errors, fine] = [
      listedPort(port({ state: 'down' }), undefined),
      listedPort(port({ state: 'down' }), neighbour),
      listedPort(port({ errorsPerSecond: 1 }), neighbour),
      listedPort(port(), neighbour),
    ]
    expect([fine, down, errors, dead].sort(byTrouble)).toEqual([dead, errors, down, fine])
  })
})

it('counts what is neither up nor shut down as down', () => {
  const states = ['up', 'down', 'dormant', 'admin down', 'up']
  expect(countPorts(states.map((state) => port({ state })))).toEqual({
    total: 5,
    up: 2,
    down: 2,
    adminDown: 1,
  })
})
