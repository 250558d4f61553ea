import type { LocalizedText } from '@hub/contracts'
import type { Evidence, EvidenceKind } from './evidence.ts'
import { missingEvidence } from './missing-evidence.ts'
import { seenOf, type VerdictRule } from './rule.ts'
import { localRules } from './rules-local.ts'
import { providerRules } from './rules-provider.ts'
import { widipRules } from './rules-widip.ts'
import { type Verdict, verdicts } from './verdict.ts'

/** One rule that voted. */
export interface RuleVote extends LocalizedText {
  name: string
  pointsTo: Verdict
  /** In log odds, after the age of the evidence. */
  weight: number
}

export interface Judgement {
  verdict: Verdict
  /** From 0 to 1, two decimals. */
  confidence: number
  /** The strongest first. */
  rules: RuleVote[]
  /** Kinds of evidence that would help and are not there or too old. */
  missing: EvidenceKind[]
}

const allRules: readonly VerdictRule[] = [...widipRules, ...providerRules, ...localRules]

/** What "nobody knows" weighs before any evidence. */
const doubt = 1
/** Lead that a verdict needs over the next one. */
const minimumLead = 0.8
/** A vote for our side of that weight explains the symptoms that a fault elsewhere would have. */
const explains = 2
const mostWithoutProof = 0.9
/** With evidence of weight for another side. */
const mostAgainst = 0.75
const mostEver = 0.96
const proofs = 3

/**
 * The verdict on an incident from its evidence: every rule votes with its weight, old evidence weighs less,
 * contradictions lower the confidence, and more than 0.9 needs three rules that agree and none against.
 */
export function judge(evidence: Evidence): Judgement {
  const seen = seenOf(evidence)
  const isExplained = widipRules.some((rule) => rule.weigh(seen) >= explains)
  const rules = allRules
    .map((rule) => {
      const weight = rule.weigh(seen)
      return { ...voteOf(rule), weight: round(isExplained && rule.isSymptom ? weight / 4 : weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const scores = new Map(verdicts.map((verdict) => [verdict, scoreOf(verdict, rules)]))
  const ranked = verdicts
    .filter((verdict) => verdict !== 'INDETERMINE')
    .toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0))
  const [first, second] = ranked
  const [top, next] = [scores.get(first ?? 'LOCAL') ?? 0, scores.get(second ?? 'LOCAL') ?? 0]
  const isClear = top - next >= minimumLead && top - doubt >= minimumLead / 2
  const verdict = isClear && first !== undefined ? first : 'INDETERMINE'
  const confidence =
    verdict === 'INDETERMINE' ? doubtful(top, next) : sure({ verdict, scores, rules, top, next })
  return { verdict, confidence: round(confidence), rules, missing: missingEvidence(evidence) }
}

const voteOf = ({ name, pointsTo, fr, en }: VerdictRule) => ({ name, pointsTo, fr, en })
const round = (value: number) => Math.round(value * 100) / 100

function scoreOf(verdict: Verdict, rules: readonly RuleVote[]): number {
  const own = rules.filter(({ pointsTo }) => pointsTo === verdict)
  return own.reduce((sum, { weight }) => sum + weight, verdict === 'INDETERMINE' ? doubt : 0)
}

/** How sure one may be that nothing is sure: more when nothing was seen than when the evidence disagrees. */
function doubtful(top: number, next: number): number {
  return Math.max(0.3, 0.7 - 0.1 * top - 0.05 * next)
}

interface Standing {
  verdict: Verdict
  scores: ReadonlyMap<Verdict, number>
  rules: readonly RuleVote[]
  top: number
  next: number
}

function sure({ verdict, scores, rules, top, next }: Standing): number {
  const odds = [...scores.values()].map((score) => Math.exp(score))
  const share = Math.exp(top) / odds.reduce((sum, value) => sum + value, 0)
  const against = 1 - 0.4 * (next / top)
  const isProved =
    next === 0 &&
    rules.filter(({ pointsTo, weight }) => pointsTo === verdict && weight >= 0.5).length >= proofs
  const most = next >= 1 ? mostAgainst : isProved ? mostEver : mostWithoutProof
  return Math.min(share * against, most)
}
