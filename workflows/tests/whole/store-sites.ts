import { createLogger, createMemoryBus, mcpTools, systemClock } from '@hub/kernel'
import { readTopology } from '../../src/sentinel/group/read-topology.ts'
import { reading } from '../../src/sentinel/read-tool.ts'
import { readDevices, readPorts } from '../../src/sentinel/topology/read-sources.ts'
import { storeTopology } from '../../src/sentinel/topology/topology.store.ts'
import type { WholeLab } from './whole-lab.ts'

/** Reads the sites of these devices, and them only: what all take is hundreds of calls, a minute on a busy machine. */
export async function storeSites({ db, env }: WholeLab, hostnames: readonly string[]): Promise<void> {
  const log = createLogger({ name: 'test', level: 'silent' })
  const openTools = mcpTools({
    url: String(env.MCP_SERVER_URL),
    assertionSecret: String(env.MCP_ASSERTION_SECRET),
  })
  const ctx = { db, bus: createMemoryBus(log), log, clock: systemClock, openTools }
  const { devices, ports } = await reading(ctx, 'topology', async (read) => {
    const all = await readDevices(read)
    const locations = new Set(
      all.filter(({ hostname }) => hostnames.includes(hostname)).map(({ location }) => location),
    )
    const near = all.filter(({ location }) => locations.has(location))
    const found = await Promise.all(near.map(({ hostname }) => readPorts(read, hostname)))
    return { devices: all, ports: found }
  })
  const clientOf = (hostname: string) => clientIn(devices.find((one) => one.hostname === hostname)?.purpose)
  await storeTopology(db, readTopology({ devices, ports, coreDevices: [], clientOf }), new Date())
}

/** It stands before the last dash of what a device is for. */
function clientIn(purpose: string | null | undefined): string | null {
  return purpose?.split(' - ').slice(0, -1).join(' - ') || null
}
