import { sitesOf } from '../group/incident.ts'
import { type SiteLink, sameName } from '../group/topology.ts'
import { lostSites } from '../group/wide-cause.ts'
import type { EvidenceItem } from './evidence.ts'
import type { DeviceFact } from './facts.ts'
import { factOf } from './from-changes.ts'
import { answersSince, lastLook } from './from-devices.ts'
import type { Gathering } from './gathering.ts'

const sameTimeMs = 20 * 60_000

/** The other devices of the sites, and the other sites of the same provider and of the others. */
export function siteEvidence(gathering: Gathering): EvidenceItem[] {
  return [...deviceCounts(gathering), ...providerCounts(gathering)]
}

function deviceCounts(gathering: Gathering): EvidenceItem[] {
  const { incident, facts } = gathering
  const sites = sitesOf(incident.alerts, facts.topology)
  const there = facts.topology.devices.filter(({ site }) => sites.some((name) => sameName(name, site)))
  const count = (hosts: readonly string[]) => {
    const found = hosts.map((host) => factOf(gathering, host).fact)
    const up = found.filter((fact) => answersSince(fact, gathering)).length
    return { up, down: found.filter((fact) => fact?.state === 'down').length }
  }
  const failing = incident.alerts.map(({ device }) => device.hostname)
  const isFailing = (host: string) => failing.some((name) => sameName(name, host))
  const near = there.filter(
    ({ hostname, parent }) =>
      !isFailing(hostname) &&
      there.some(
        (one) =>
          isFailing(one.hostname) && (sameName(one.parent, hostname) || sameName(one.hostname, parent)),
      ),
  )
  const at = lastLook(gathering)
  const neighbours: EvidenceItem[] =
    near.length === 0 ? [] : [{ kind: 'neighbours', at, ...count(near.map(({ hostname }) => hostname)) }]
  return [...neighbours, { kind: 'site_devices', at, ...count(there.map(({ hostname }) => hostname)) }]
}

/** Without the sites of the incident when it is one site; their number when there are several. */
function providerCounts(gathering: Gathering): EvidenceItem[] {
  const { incident, facts } = gathering
  const lost = lostSites(incident.alerts, facts.topology)
  const [first] = lost
  const { cause } = incident
  const provider = cause.kind === 'provider' || cause.kind === 'link' ? cause.provider : first?.provider
  if (provider === undefined || first === undefined) return []
  const others = facts.topology.sites.filter(({ name, isOurs }) => isOurs !== true && name !== first.site)
  const seen = others.flatMap((site) =>
    site.links.map((link) => ({
      provider: link.provider,
      state: lost.some((one) => one.site === site.name && one.provider === link.provider)
        ? 'down'
        : linkState(link, gathering),
    })),
  )
  const down = seen.filter(({ state }) => state === 'down')
  const tally = (isOwn: boolean, state: string) =>
    seen.filter((each) => each.state === state && (each.provider === provider) === isOwn).length
  const at = lastLook(gathering)
  const elsewhere = new Set(down.map((each) => each.provider).filter((name) => name !== provider))
  return [
    { kind: 'provider_sites', at, provider, up: tally(true, 'up'), down: tally(true, 'down') },
    {
      kind: 'other_providers',
      at,
      up: tally(false, 'up'),
      down: tally(false, 'down'),
      providersDown: elsewhere.size,
    },
  ]
}

/** Down only when it fell at the time of the incident: a site that is gone since yesterday tells nothing. */
function linkState({ device, port }: SiteLink, gathering: Gathering): 'up' | 'down' | 'unknown' {
  const { fact } = factOf(gathering, device)
  const ports = gathering.facts.ports.find((each) => sameName(each.device, device))
  const state = ports?.ports.find(({ name }) => sameName(name, port))?.state
  const isAnswering: boolean = answersSince(fact, gathering)
  if (isAnswering) return state === 'down' ? 'down' : 'up'
  return fact?.state === 'down' && fellWith(fact, gathering) ? 'down' : 'unknown'
}

function fellWith({ lastPolledAt }: DeviceFact, { startedAt }: Gathering): boolean {
  return lastPolledAt !== null && Math.abs(Date.parse(lastPolledAt) - startedAt) <= sameTimeMs
}
