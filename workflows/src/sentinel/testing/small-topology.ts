import type { Topology } from '../group/topology.ts'

const site = (name: string, client: string, provider: string) => ({
  name,
  client,
  links: [{ provider, device: `R-${name}`, port: 'wan1' }],
})

const router = (name: string) =>
  ({ hostname: `R-${name}`, site: name, role: 'edge', parent: null, parentPort: null }) as const

/** Four sites of one provider and one of another; site A has a switch with an access point and a UPS; our core. */
export const smallTopology: Topology = {
  sites: [
    site('A', 'Client A', 'Covage'),
    site('B', 'Client B', 'Covage'),
    site('C', 'Client C', 'Covage'),
    site('D', 'Client D', 'Orange'),
    {
      name: 'E',
      client: 'Client E',
      links: [
        { provider: 'Orange', device: 'R-E', port: 'wan1' },
        { provider: 'SFR', device: 'R-E', port: 'wan2' },
      ],
    },
    { name: 'OURS', client: 'WIDIP', isOurs: true, links: [] },
  ],
  devices: [
    ...['A', 'B', 'C', 'D', 'E'].map(router),
    { hostname: 'SW-A', site: 'A', role: 'inside', parent: 'R-A', parentPort: 'lan1' },
    { hostname: 'AP-A', site: 'A', role: 'inside', parent: 'SW-A', parentPort: 'p7' },
    { hostname: 'UPS-A', site: 'A', role: 'power', parent: 'SW-A', parentPort: 'p8' },
    { hostname: 'CORE', site: 'OURS', role: 'core', parent: null, parentPort: null },
  ],
}
