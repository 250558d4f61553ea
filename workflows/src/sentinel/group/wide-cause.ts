import type { Alert } from '../alerts/alert.ts'
import { type Cause, causeOf } from './cause.ts'
import type { GroupOptions } from './group-options.ts'
import { siteNamed, type Topology } from './topology.ts'

/** One site that lost a way out, with its provider. */
interface LostSite {
  site: string
  provider: string
  at: number
}

/** The sites of clients of which an alert says that a way out is lost; each once, with the first time. */
export function lostSites(alerts: readonly Alert[], topology: Topology): LostSite[] {
  const lost = new Map<string, LostSite>()
  for (const alert of alerts) {
    const cause = causeOf(alert, topology)
    if (cause.kind !== 'site' && cause.kind !== 'link') continue
    const site = siteNamed(topology, cause.site)
    const provider = cause.kind === 'link' ? cause.provider : site?.links[0]?.provider
    if (site === undefined || site.isOurs === true || provider === undefined) continue
    const at = Date.parse(alert.at)
    const known = lost.get(site.name)
    if (known === undefined || at < known.at) lost.set(site.name, { site: site.name, provider, at })
  }
  return [...lost.values()]
}

/**
 * What several sites that fell together have in common with this alert: several providers at once, or one provider.
 * Undefined when they are too few.
 */
export function wideCause(
  alert: Alert,
  {
    others,
    topology,
    options,
  }: { others: () => readonly Alert[]; topology: Topology; options: GroupOptions },
): Cause | undefined {
  const [own] = lostSites([alert], topology)
  if (own === undefined) return undefined
  const near = others().filter(
    ({ at }) => Math.abs(Date.parse(at) - Date.parse(alert.at)) <= options.sameCauseMs,
  )
  const lost = lostSites([...near, alert], topology)
  const providers = new Set(lost.map(({ provider }) => provider))
  if (lost.length >= options.manySites && providers.size >= options.manyProviders) return { kind: 'many' }
  const same = lost.filter(({ provider }) => provider === own.provider)
  if (same.length >= options.providerSites) return { kind: 'provider', provider: own.provider }
  return undefined
}
