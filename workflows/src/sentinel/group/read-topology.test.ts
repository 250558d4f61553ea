import { describe, expect, it } from 'vitest'
import { readTopology } from './read-topology.ts'

const listed = (hostname: string, location: string | null, type = 'network') => ({ hostname, location, type })
const port = (name: string, description: string | null, neighbour: string | null = null) => ({
  name,
  description,
  neighbour: neighbour === null ? null : { device: neighbour, port: 'up', protocol: 'lldp' },
})

describe('readTopology', () => {
  const topology = readTopology({
    devices: [
      listed('ROUTEUR-A', 'Lunel - Residence'),
      listed('SWITCH-A', 'Lunel - Residence'),
      listed('AP-A', 'Lunel - Annexe', 'wireless'),
      listed('UPS-A', 'Lunel - Residence', 'ups'),
      listed('ALONE', null),
      listed('CORE-1', 'Montpellier'),
    ],
    ports: [
      {
        device: 'ROUTEUR-A',
        ports: [port('Gi0/1', 'WAN Free Pro'), port('Gi0/2', 'LIEN SWITCH-A', 'SWITCH-A')],
      },
      {
        device: 'SWITCH-A',
        ports: [
          port('Gi1', 'UPLINK ROUTEUR-A', 'ROUTEUR-A'),
          port('Gi2', 'LIEN AP-A'),
          port('Gi3', null, 'ups-a'),
        ],
      },
    ],
    coreDevices: ['core-1'],
    clientOf: (hostname) => (hostname.endsWith('-A') ? 'EHPAD A' : null),
  })
  const named = (hostname: string) => topology.devices.find((device) => device.hostname === hostname)

  it('leads from the way out inwards', () => {
    expect(named('ROUTEUR-A')).toMatchObject({ role: 'edge', parent: null, site: 'Lunel - Residence' })
    expect(named('SWITCH-A')).toMatchObject({ role: 'inside', parent: 'ROUTEUR-A', parentPort: 'Gi0/2' })
    expect(named('AP-A')).toMatchObject({ parent: 'SWITCH-A', parentPort: 'Gi2', site: 'Lunel - Residence' })
    expect(named('UPS-A')).toMatchObject({ role: 'power', parent: 'SWITCH-A', parentPort: 'Gi3' })
  })

  it('keeps what hangs from nothing, and knows our core', () => {
    expect(named('ALONE')).toMatchObject({ site: 'ALONE', parent: null, role: 'inside' })
    expect(topology.sites.find(({ isOurs }) => isOurs)?.name).toBe('Montpellier')
  })

  it('gives each site its client and its ways out', () => {
    expect(topology.sites[0]).toEqual({
      name: 'Lunel - Residence',
      client: 'EHPAD A',
      isOurs: false,
      links: [{ provider: 'Free Pro', device: 'ROUTEUR-A', port: 'Gi0/1' }],
    })
  })

  it('keeps two clients at one address apart', () => {
    const shared = readTopology({
      devices: [
        listed('R-A', 'Nimes - Cabinet'),
        listed('R-B', 'Nimes - Cabinet'),
        listed('S-B', 'Nimes - Cabinet'),
      ],
      ports: [
        { device: 'R-A', ports: [port('w', 'WAN Covage')] },
        { device: 'R-B', ports: [port('w', 'WAN Free Pro'), port('1', 'LIEN S-B')] },
      ],
      coreDevices: [],
      clientOf: (hostname) => (hostname === 'R-A' ? 'Cabinet A' : 'Cabinet B'),
    })
    expect(shared.sites.map(({ name, client }) => [name, client])).toEqual([
      ['Nimes - Cabinet (Cabinet A)', 'Cabinet A'],
      ['Nimes - Cabinet (Cabinet B)', 'Cabinet B'],
    ])
    expect(shared.devices.map(({ site }) => site)).toEqual([
      'Nimes - Cabinet (Cabinet A)',
      'Nimes - Cabinet (Cabinet B)',
      'Nimes - Cabinet (Cabinet B)',
    ])
  })

  it('ends on a ring', () => {
    const ring = readTopology({
      devices: [listed('A', 'x'), listed('B', 'x'), listed('C', 'x')],
      ports: [
        { device: 'A', ports: [port('w', 'WAN Covage'), port('1', null, 'B'), port('2', null, 'C')] },
        { device: 'B', ports: [port('1', null, 'C')] },
        { device: 'C', ports: [port('1', null, 'A')] },
      ],
      coreDevices: [],
      clientOf: () => null,
    })
    expect(ring.devices.map(({ parent }) => parent)).toEqual([null, 'A', 'A'])
  })
})
