import { deviceNamed, siteNamed } from '../group/topology.ts'
import type { EvidenceItem } from './evidence.ts'
import { factOf } from './from-changes.ts'
import { answersSince, lastLook } from './from-devices.ts'
import type { Gathering } from './gathering.ts'

const staleMs = 15 * 60_000

/** Our own side: the core, the age of the data, and the sensors of what fails. */
export function monitoringEvidence(gathering: Gathering): EvidenceItem[] {
  return [...coreItems(gathering), ...gapItems(gathering), ...sensorItems(gathering)]
}

function coreItems(gathering: Gathering): EvidenceItem[] {
  const core = gathering.facts.topology.devices.filter(({ role }) => role === 'core')
  const seen = core.map(({ hostname }) => factOf(gathering, hostname).fact)
  const up = seen.filter((fact) => answersSince(fact, gathering)).length
  const down = seen.filter((fact) => fact?.state === 'down').length
  return up + down === 0 ? [] : [{ kind: 'core', at: lastLook(gathering), up, down }]
}

/** Devices called up whose data are old: nobody looked at them. Those that are down have no new data by nature. */
function gapItems({ facts }: Gathering): EvidenceItem[] {
  const asked = facts.devices.filter(({ state, lastPolledAt }) => state === 'up' && lastPolledAt !== null)
  const isStale = (lastPolledAt: string | null) =>
    lastPolledAt !== null && Date.parse(facts.now) - Date.parse(lastPolledAt) > staleMs
  const stale = asked.filter(({ lastPolledAt }) => isStale(lastPolledAt))
  if (stale.length === 0) return []
  const providers = stale.flatMap(
    ({ hostname }) =>
      siteNamed(facts.topology, deviceNamed(facts.topology, hostname)?.site)?.links[0]?.provider ?? [],
  )
  const counts = {
    stale: stale.length,
    fresh: asked.length - stale.length,
    providers: new Set(providers).size,
  }
  return [{ kind: 'data_gap', at: facts.now, ...counts }]
}

/** Power and heat sensors in alarm at the sites of the incident. */
function sensorItems({ incident, facts, startedAt }: Gathering): EvidenceItem[] {
  const sites = incident.alerts.map(({ device }) => deviceNamed(facts.topology, device.hostname)?.site)
  return facts.sensors
    .filter(({ hostname }) => sites.includes(deviceNamed(facts.topology, hostname)?.site ?? ''))
    .flatMap(({ hostname, lastPolledAt, sensors }) =>
      sensors
        .filter(({ state }) => state === 'alert' || state === 'warning')
        .flatMap((sensor): EvidenceItem[] => {
          const of = { at: lastPolledAt ?? new Date(startedAt).toISOString(), device: hostname }
          const detail = `${sensor.name} = ${sensor.value}`
          const isPower =
            /voltage|charge|runtime|power|load/.test(sensor.class) || /ups|onduleur|batter/i.test(sensor.name)
          if (isPower) return [{ kind: 'power', ...of, state: 'battery', detail }]
          return sensor.class === 'temperature' ? [{ kind: 'temperature', ...of, detail }] : []
        }),
    )
}
