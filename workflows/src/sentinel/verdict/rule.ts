import type { Evidence, EvidenceItem, EvidenceKind } from './evidence.ts'
import { freshnessOf } from './freshness.ts'
import type { Verdict } from './verdict.ts'

/** The evidence as the rules read it. */
export interface Seen {
  evidence: Evidence
  /** The items of a kind. */
  all<K extends EvidenceKind>(kind: K): readonly Extract<EvidenceItem, { kind: K }>[]
  /** `weight` times the freshness of the freshest item of the kind that fits; 0 when none does. */
  weigh<K extends EvidenceKind>(
    kind: K,
    weight: number,
    fits?: (item: Extract<EvidenceItem, { kind: K }>) => boolean,
  ): number
}

/** One named rule: what it points to, and how strongly on this evidence (0 when it says nothing). */
export interface VerdictRule {
  name: string
  pointsTo: Verdict
  /** Seen in the same way when the fault is ours: counts a quarter beside a proof that it is. */
  isSymptom?: true
  fr: string
  en: string
  weigh(seen: Seen): number
}

/** Wraps evidence for the rules. */
export function seenOf(evidence: Evidence): Seen {
  const all: Seen['all'] = (kind) =>
    evidence.items.filter((item): item is Extract<EvidenceItem, { kind: typeof kind }> => item.kind === kind)
  return {
    evidence,
    all,
    weigh: (kind, weight, fits = () => true) =>
      weight *
      Math.max(
        0,
        ...all(kind)
          .filter(fits)
          .map((item) => freshnessOf(item, evidence)),
      ),
  }
}

/** True when the whole way out of a site is at stake, not one device inside it. */
export function isWayOut({ evidence }: Seen): boolean {
  return ['site', 'link', 'provider', 'many'].includes(evidence.cause.kind)
}
