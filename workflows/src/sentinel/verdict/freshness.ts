import type { Evidence, EvidenceItem, EvidenceKind } from './evidence.ts'

const minute = 60_000
const beforeGraceMs = 15 * minute
const beforeHalfLifeMs = 20 * minute
const afterGraceMs = 30 * minute
const afterHalfLifeMs = 60 * minute
const floor = 0.2

/** What stays true however long it is ago. */
const lasting: readonly EvidenceKind[] = ['answer', 'uptime']
/** What happened once: how near to the beginning it was counts, not how long the incident lasts since. */
const events: readonly EvidenceKind[] = ['change', 'power', 'session']

/**
 * How much an item still counts, from 1 down to 0.2. Seen before the incident it halves every 20 minutes past the
 * first 15; a state seen during it, every 60 minutes past the first 30, up to the recovery.
 */
export function freshnessOf(item: EvidenceItem, { now, startedAt, recoveredAt }: Evidence): number {
  const at = Date.parse(item.at)
  const start = Date.parse(startedAt)
  if (lasting.includes(item.kind)) return 1
  if (at < start || events.includes(item.kind)) return decay(start - at - beforeGraceMs, beforeHalfLifeMs)
  return decay(Date.parse(recoveredAt ?? now) - at - afterGraceMs, afterHalfLifeMs)
}

function decay(ageMs: number, halfLifeMs: number): number {
  return ageMs <= 0 ? 1 : Math.max(floor, 0.5 ** (ageMs / halfLifeMs))
}
