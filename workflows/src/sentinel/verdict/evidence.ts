import type { Cause } from '../group/cause.ts'

/** What a client can tell in a `#DIAG` answer. */
export const diagSigns = [
  'no_power',
  'power_ok',
  'box_off',
  'box_on',
  'box_red',
  'box_restarted',
  'cable_unplugged',
  'others_affected',
  'only_one',
  'provider_says',
  'works_again',
  'still_down',
  'work_on_site',
] as const
export type DiagSign = (typeof diagSigns)[number]

/** One thing that was seen, with the last time at which it was true (not when it was read), and the first. */
export type EvidenceItem = { at: string; firstAt?: string } & (
  | { kind: 'hop'; reached: 'nothing' | 'core' | 'edge' | 'parent' | 'device'; device: string }
  | { kind: 'reason'; device: string; reason: 'ping' | 'snmp' | 'dns' | 'other' }
  | { kind: 'uplink_traffic'; device: string; port: string; bitsPerSecond: number }
  | { kind: 'uplink_port'; device: string; port: string; state: string; isReached: boolean }
  | { kind: 'access_port'; device: string; port: string; state: string }
  | { kind: 'line_errors'; device: string; port: string; perSecond: number }
  | { kind: 'saturated'; device: string; port: string }
  | { kind: 'loss'; device: string; detail: string }
  | { kind: 'session'; device: string; detail: string }
  | { kind: 'neighbours'; up: number; down: number }
  | { kind: 'site_devices'; up: number; down: number }
  | { kind: 'provider_sites'; provider: string; up: number; down: number }
  | { kind: 'other_providers'; up: number; down: number; providersDown: number }
  | { kind: 'core'; up: number; down: number }
  | { kind: 'data_gap'; stale: number; fresh: number; providers: number }
  | { kind: 'uptime'; device: string; role: 'edge' | 'inside'; startedAt: string; wasRestarted: boolean }
  | { kind: 'power'; device: string; state: 'battery' | 'lost' | 'back'; detail: string }
  | { kind: 'temperature'; device: string; detail: string }
  | { kind: 'equipment'; device: string; detail: string }
  | {
      kind: 'change'
      what: 'configuration' | 'restart' | 'maintenance'
      by: 'us' | 'provider' | 'client'
      detail: string
    }
  | { kind: 'answer'; sign: DiagSign; quote: string }
)

export type EvidenceKind = EvidenceItem['kind']

const mostFirst = 8
const mostLast = 16

/** All that is known about one incident. */
export interface Evidence {
  now: string
  startedAt: string
  /** When everything worked again; null while it fails. */
  recoveredAt: string | null
  cause: Cause
  items: readonly EvidenceItem[]
}

/**
 * What was seen before together with what is seen now, so that a site that is back does not hide that it was gone. A
 * thing seen twice is kept once, with its first and last time.
 */
export function addEvidence(known: readonly EvidenceItem[], seen: readonly EvidenceItem[]): EvidenceItem[] {
  const all = new Map<string, EvidenceItem>()
  for (const item of [...known, ...seen]) {
    const { at, firstAt = at, ...what } = item
    const key = JSON.stringify(what)
    const before = all.get(key)
    const times = [at, firstAt, before?.at ?? at, before?.firstAt ?? firstAt].toSorted()
    all.set(key, { ...item, at: times.at(-1) ?? at, firstAt: times[0] ?? at })
  }
  return [...Map.groupBy(all.values(), placeOf)].flatMap(([, items]) => thinned(items))
}

/** What an item is about, whatever value it has. */
export function placeOf(item: EvidenceItem): string {
  const device = 'device' in item ? item.device.toLowerCase() : ''
  const port = 'port' in item ? item.port.toLowerCase() : ''
  return `${item.kind}|${device}|${port}`
}

/** The beginning and the latest of what changes at every poll, so that a long incident stays readable. */
function thinned(items: readonly EvidenceItem[]): EvidenceItem[] {
  if (items.length <= mostFirst + mostLast) return [...items]
  const ordered = items.toSorted((a, b) => (a.firstAt ?? a.at).localeCompare(b.firstAt ?? b.at))
  return [...ordered.slice(0, mostFirst), ...ordered.slice(-mostLast)]
}

/** Age of an item in whole seconds, never negative. */
export function ageSeconds({ at }: EvidenceItem, now: string): number {
  return Math.max(0, Math.round((Date.parse(now) - Date.parse(at)) / 1000))
}
