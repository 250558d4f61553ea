import { glpiGetTicketDetails, observiumGetDeviceMetrics, type Ticket } from '@hub/contracts'
import type { z } from 'zod'
import type { OpenIncident } from '../group/incident.ts'
import { sitesOf } from '../group/incident.ts'
import { deviceNamed, sameName, siteNamed, type Topology } from '../group/topology.ts'
import { mapSome, type ReadTool, readOrNull } from '../read-tool.ts'
import { parseDiagAnswer } from '../texts/parse-diag-answer.ts'
import { readDevices, readPorts } from '../topology/read-sources.ts'
import type { Facts } from '../verdict/facts.ts'

const mostHosts = 40
const mostSensors = 15
const readsAtOnce = 4

type Measured = Pick<Facts, 'devices' | 'ports' | 'sensors'>

/** What the monitoring shows of an incident now: what cannot be read is left out. */
export async function readMeasures(
  read: ReadTool,
  { incident, topology }: { incident: OpenIncident; topology: Topology },
): Promise<Measured> {
  const devices = (await readOrNull(() => readDevices(read))) ?? []
  // Nothing answers: asking it forty times more would only take long.
  if (devices.length === 0) return { devices: [], ports: [], sensors: [] }
  const ports = await mapSome(hostsOf(incident, topology), {
    atOnce: readsAtOnce,
    work: (hostname) => readOrNull(() => readPorts(read, hostname)),
  })
  const sensors = await mapSome(sensorHosts(incident, topology), {
    atOnce: readsAtOnce,
    work: (device) =>
      readOrNull(
        async () =>
          observiumGetDeviceMetrics.output.parse(await read('observium_get_device_metrics', { device }))
            .metrics,
      ),
  })
  return { devices, ports: ports.flatMap((one) => one ?? []), sensors: sensors.flatMap((one) => one ?? []) }
}

/** What fails, what it hangs from, and the ways out of its sites. */
function hostsOf({ alerts }: OpenIncident, topology: Topology): string[] {
  const failing = alerts.map(({ device }) => device.hostname)
  const parents = failing.flatMap((host) => deviceNamed(topology, host)?.parent ?? [])
  const edges = sitesOf(alerts, topology).flatMap((name) =>
    (siteNamed(topology, name)?.links ?? []).map(({ device }) => device),
  )
  return [...new Set([...edges, ...failing, ...parents])].slice(0, mostHosts)
}

/** The power of the sites first: it explains the most. */
function sensorHosts({ alerts }: OpenIncident, topology: Topology): string[] {
  const sites = sitesOf(alerts, topology)
  const power = topology.devices.filter(
    ({ role, site }) => role === 'power' && sites.some((name) => sameName(name, site)),
  )
  const failing = alerts.map(({ device }) => device.hostname)
  return [...new Set([...power.map(({ hostname }) => hostname), ...failing])].slice(0, mostSensors)
}

export interface TicketFacts {
  answers: Facts['answers']
  isDone: boolean
}

/** What people wrote into the ticket: the `#DIAG` answers of the client, and whether it is done with. */
export async function readTicket(read: ReadTool, ticketId: number | null): Promise<TicketFacts> {
  const ticket =
    ticketId === null
      ? null
      : await readOrNull(
          async () =>
            glpiGetTicketDetails.output.parse(await read('glpi_get_ticket_details', { ticketId })).ticket,
        )
  if (ticket === null) return { answers: [], isDone: false }
  return { answers: answersOf(ticket), isDone: ticket.status === 'solved' || ticket.status === 'closed' }
}

/** Only what stands in a public followup that is not ours. */
function answersOf({ entries, updatedAt }: z.infer<typeof Ticket>): Facts['answers'] {
  return entries
    .filter(({ kind, isPrivate, byHub }) => kind === 'followup' && !isPrivate && !byHub)
    .flatMap(({ at, text }) => {
      const { isDiag, signs } = parseDiagAnswer(text)
      const when = at ?? updatedAt
      return isDiag && when !== null ? signs.map((sign) => ({ at: when, ...sign })) : []
    })
}
