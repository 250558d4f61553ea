import type { Enriched } from './enrich.store.ts'

/** What became of one ticket. */
export type Outcome = Pick<Enriched, 'ticketId' | 'decision' | 'reason' | 'documentPath'>

/** What a run of the ENRICHISSEUR tells of itself. */
export interface EnrichmentReport {
  read: number
  /** Judged before and the same since. */
  unchanged: number
  added: number
  merged: number
  rejected: number
  /** How many were rejected by each rule. */
  rejections: Record<string, number>
  tickets: Outcome[]
  [fact: string]: unknown
}

const listed = 200

/** Sums up what became of the tickets; the list is of the first ones, those that taught something first. */
export function reportOf(outcomes: readonly Outcome[], unchanged: number): EnrichmentReport {
  const count = (decision: Enriched['decision']) => outcomes.filter((one) => one.decision === decision).length
  const rejections: Record<string, number> = {}
  for (const { decision, reason } of outcomes)
    if (decision === 'rejected') rejections[reason] = (rejections[reason] ?? 0) + 1
  const order = { added: 0, merged: 1, rejected: 2 }
  return {
    read: outcomes.length + unchanged,
    unchanged,
    added: count('added'),
    merged: count('merged'),
    rejected: count('rejected'),
    rejections,
    tickets: outcomes.toSorted((a, b) => order[a.decision] - order[b.decision]).slice(0, listed),
  }
}
