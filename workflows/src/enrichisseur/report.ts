import type { Enriched } from './enrich.store.ts'

/**
 * What became of one ticket. One that was refused is `unreadable`, one that may be told another time `unreachable`;
 * neither is judged.
 */
export interface Outcome extends Pick<Enriched, 'ticketId' | 'reason' | 'documentPath'> {
  decision: Enriched['decision'] | 'unreadable' | 'unreachable'
}

/** What a run of the ENRICHISSEUR tells of itself. */
export interface EnrichmentReport {
  read: number
  /** Judged before and the same since. */
  unchanged: number
  added: number
  merged: number
  rejected: number
  unreadable: number
  unreachable: number
  /** How many were rejected by each rule. */
  rejections: Record<string, number>
  tickets: Outcome[]
  [fact: string]: unknown
}

const listed = 200

/** Sums up what became of the tickets; the list is of the first ones, those that taught something first. */
export function reportOf(outcomes: readonly Outcome[], unchanged: number): EnrichmentReport {
  const count = (decision: Outcome['decision']) => outcomes.filter((one) => one.decision === decision).length
  const rejections: Record<string, number> = {}
  for (const { decision, reason } of outcomes)
    if (decision === 'rejected') rejections[reason] = (rejections[reason] ?? 0) + 1
  const order = { added: 0, merged: 1, rejected: 2, unreachable: 3, unreadable: 4 }
  return {
    read: outcomes.length + unchanged,
    unchanged,
    added: count('added'),
    merged: count('merged'),
    rejected: count('rejected'),
    unreadable: count('unreadable'),
    unreachable: count('unreachable'),
    rejections,
    tickets: outcomes.toSorted((a, b) => order[a.decision] - order[b.decision]).slice(0, listed),
  }
}
