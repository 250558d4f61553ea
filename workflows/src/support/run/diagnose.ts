import { memorySearchSimilarCases, observiumListAlerts, observiumListDevices } from '@hub/contracts'
import { StepFailed } from '../../engine/attempt.ts'
import type { RunNote } from '../../engine/run-note.ts'
import { diagnosisText, type NetworkFacts, type SimilarCase } from '../texts/diagnosis-text.ts'
import { type Desk, read, type TicketFacts } from './desk.ts'
import { assign, tellTechnicians } from './escalate.ts'

/** Alerts are listed for all clients, 50 per page, the most serious first. */
const mostAlertPages = 4

/** Gathers what the monitoring and the earlier cases know, for the technician who takes the ticket. */
export async function diagnose(desk: Desk, ticket: TicketFacts): Promise<RunNote> {
  const network = await orNull(() => desk.run.step('monitoring', () => readNetwork(desk, ticket.clientName)))
  const cases = await orNull(() => desk.run.step('similar cases', () => findCases(desk, ticket)))
  await tellTechnicians(desk, { name: 'diagnosis', text: diagnosisText({ network, cases }) })
  await assign(desk)
  const devices = network?.devices.length ?? null
  const down = network?.devices.filter(({ state }) => state === 'down').map(({ hostname }) => hostname) ?? []
  return { phase: 'diagnosed', autoResolved: false, facts: { devices, down, cases: cases?.length ?? null } }
}

/** What cannot be read is said, and the rest still told. */
async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StepFailed) return null
    throw error
  }
}

async function readNetwork(desk: Desk, client: string | null): Promise<NetworkFacts> {
  if (client === null) return { devices: [], alerts: [], isComplete: false }
  const listed = await read(desk, { tool: observiumListDevices, arguments: { client } })
  const { devices } = listed
  const names = new Set(devices.map(({ hostname }) => hostname))
  const alerts: NetworkFacts['alerts'] = []
  for (let page = 1, pages = 1; page <= Math.min(pages, mostAlertPages); page++) {
    const found = await read(desk, { tool: observiumListAlerts, arguments: { state: 'open', page } })
    alerts.push(...found.alerts.filter(({ device }) => names.has(device)))
    pages = found.pageCount
  }
  return {
    devices: devices.map(({ hostname, state, downReason, location, lastPolledAt }) => ({
      hostname,
      state,
      downReason,
      location,
      lastPolledAt,
    })),
    alerts: alerts.map(({ device, name, message, entity, since }) => ({
      device,
      name,
      message,
      entity,
      since,
    })),
    isComplete: listed.complete && listed.total <= devices.length,
  }
}

async function findCases(desk: Desk, { title, text }: TicketFacts): Promise<SimilarCase[]> {
  const query = `${title} ${text}`.replace(/\s+/g, ' ').trim().slice(0, 300)
  if (query.length < 2) return []
  const { passages } = await read(desk, { tool: memorySearchSimilarCases, arguments: { query, limit: 3 } })
  return passages.map(({ title: name, path, content }) => ({ title: name, path, content }))
}
