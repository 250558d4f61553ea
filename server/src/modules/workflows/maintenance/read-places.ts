import type { MaintenancePlaces } from '@hub/contracts'
import type { Db, Tx } from '@hub/prisma'
import { z } from 'zod'
import { readStoredTopology } from './maintenance.store.ts'

/** The part of the topology of SENTINEL that a window is about. */
const Topology = z
  .object({
    sites: z.array(z.object({ name: z.string(), client: z.string() })),
    devices: z.array(z.object({ hostname: z.string(), site: z.string() })),
  })
  .nullable()

/** Sites with their devices, by client and name. */
export async function readPlaces(db: Db | Tx): Promise<MaintenancePlaces> {
  const stored = await readStoredTopology(db)
  const { sites, devices } = Topology.parse(stored?.topology ?? null) ?? { sites: [], devices: [] }
  const bySite = Map.groupBy(devices, ({ site }) => site.toLowerCase())
  const places = sites.map(({ name, client }) => {
    const hostnames = bySite.get(name.toLowerCase())?.map(({ hostname }) => hostname) ?? []
    return { name, client, devices: hostnames.toSorted(byName) }
  })
  return {
    sites: places.toSorted((a, b) => byName(a.client, b.client) || byName(a.name, b.name)),
    readAt: sites.length === 0 ? null : (stored?.readAt?.toISOString() ?? null),
  }
}

const byName = (a: string, b: string) => a.localeCompare(b, 'fr', { numeric: true })
