import type { MaintenancePlaces } from '@hub/contracts'

export type Place = MaintenancePlaces['sites'][number]

/** A site that was found; with the devices that fit the words themselves. */
export interface FoundPlace {
  site: Place
  devices: string[]
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Sites whose name, client or devices hold every word; all of them for none. */
export function findPlaces(sites: readonly Place[], search: string): FoundPlace[] {
  const words = folded(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return sites.map((site) => ({ site, devices: [] }))
  return sites.flatMap((site) => {
    const about = folded(`${site.name} ${site.client}`)
    const holds = (text: string) => words.every((word) => text.includes(word))
    const devices = site.devices.filter((name) => holds(`${folded(name)} ${about}`))
    const isWhole = holds(about)
    if (!isWhole && devices.length === 0) return []
    return [{ site, devices: isWhole ? [] : devices }]
  })
}
