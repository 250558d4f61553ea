import { describe, expect, it } from 'vitest'
import type { Cause } from '../group/cause.ts'
import { minuteOf } from '../testing/alert-on.ts'
import { addEvidence, type Evidence, type EvidenceItem } from './evidence.ts'
import { judge } from './judge.ts'

const site: Cause = { kind: 'site', site: 'A' }

function evidence(items: readonly EvidenceItem[], more: Partial<Evidence> = {}): Evidence {
  return { now: minuteOf(20), startedAt: minuteOf(0), recoveredAt: null, cause: site, items, ...more }
}

const at = minuteOf(1)
const uptime = (wasRestarted: boolean): EvidenceItem => ({
  kind: 'uptime',
  at: minuteOf(18),
  device: 'R-A',
  role: 'edge',
  startedAt: minuteOf(wasRestarted ? 15 : -9000),
  wasRestarted,
})
const battery: EvidenceItem = { kind: 'power', at, device: 'UPS-A', state: 'battery', detail: 'on battery' }
const others = (down: number): EvidenceItem => ({
  kind: 'provider_sites',
  at,
  provider: 'Covage',
  up: 3 - down,
  down,
})
const coreDown: EvidenceItem = { kind: 'core', at, up: 0, down: 1 }

describe('judge', () => {
  it('does not know without evidence, and says what is missing', () => {
    const { verdict, confidence, rules, missing } = judge(evidence([]))
    expect({ verdict, rules }).toEqual({ verdict: 'INDETERMINE', rules: [] })
    expect(confidence).toBeLessThanOrEqual(0.7)
    expect(missing).toContain('power')
    expect(missing).toContain('answer')
  })

  it.each([
    ['FAI', [uptime(false)], 'back_without_restart'],
    ['FAI', [others(3)], 'provider_sites_down'],
    ['LOCAL', [uptime(true)], 'back_after_restart'],
    ['LOCAL', [battery], 'power_lost'],
    ['WIDIP', [coreDown], 'core_down'],
    ['WIDIP', [{ kind: 'reason', at, device: 'R-A', reason: 'dns' }], 'name_not_resolved'],
    ['WIDIP', [{ kind: 'change', at, what: 'configuration', by: 'us', detail: 'x' }], 'our_change'],
    ['WIDIP', [{ kind: 'data_gap', at, stale: 40, fresh: 2, providers: 4 }], 'monitoring_gap'],
    ['FAI', [{ kind: 'answer', at, sign: 'provider_says', quote: 'x' }], 'neighbourhood_affected'],
    ['LOCAL', [{ kind: 'answer', at, sign: 'no_power', quote: 'x' }], 'client_without_power'],
  ] as const)('says %s on %j', (expected, items, name) => {
    const { verdict, rules } = judge(evidence(items as readonly EvidenceItem[]))
    expect(verdict).toBe(expected)
    expect(rules[0]).toMatchObject({ name, pointsTo: expected })
    expect(rules[0]?.fr).not.toBe(rules[0]?.en)
  })

  it('gives up on evidence that disagrees', () => {
    expect(judge(evidence([uptime(false), battery]))).toMatchObject({
      verdict: 'INDETERMINE',
      confidence: 0.31,
    })
  })

  it('lowers the confidence where something speaks against it', () => {
    const alone = judge(evidence([uptime(true), battery]))
    const against = judge(evidence([uptime(true), battery, others(2)]))
    expect(against).toMatchObject({ verdict: 'LOCAL' })
    expect(against.confidence).toBeLessThan(alone.confidence)
    expect(against.confidence).toBeLessThanOrEqual(0.75)
  })

  it('passes 0.9 only with three rules that agree', () => {
    expect(judge(evidence([uptime(true), battery])).confidence).toBeLessThanOrEqual(0.9)
    const sign: EvidenceItem = { kind: 'answer', at, sign: 'no_power', quote: 'x' }
    expect(judge(evidence([uptime(true), battery, sign])).confidence).toBeGreaterThan(0.9)
  })

  it('takes the symptoms of our own fault for what they are', () => {
    expect(judge(evidence([coreDown, others(3), uptime(false)]))).toMatchObject({ verdict: 'WIDIP' })
    const late = { ...coreDown, at: minuteOf(70) }
    expect(judge(evidence([late, uptime(false)], { now: minuteOf(80) }))).toMatchObject({ verdict: 'FAI' })
  })

  it('counts old evidence less', () => {
    const yesterday = { ...battery, at: minuteOf(-24 * 60) }
    expect(judge(evidence([battery])).verdict).toBe('LOCAL')
    expect(judge(evidence([yesterday]))).toMatchObject({ verdict: 'INDETERMINE', rules: [{ weight: 0.52 }] })
    const hop: EvidenceItem = { kind: 'hop', at, reached: 'parent', device: 'AP-A' }
    const device: Cause = { kind: 'device', device: 'AP-A', site: 'A' }
    const soon = judge(evidence([hop], { cause: device }))
    const late = judge(evidence([hop], { cause: device, now: minuteOf(240) }))
    expect(late.rules[0]?.weight).toBeLessThan((soon.rules[0]?.weight ?? 0) / 4)
  })
})

describe('addEvidence', () => {
  it('keeps what was seen with its first and last time', () => {
    const again = { ...battery, at: minuteOf(9) }
    expect(addEvidence(addEvidence([], [battery]), [again])).toEqual([
      { ...battery, at: minuteOf(9), firstAt: at },
    ])
    expect(addEvidence([coreDown], [battery])).toHaveLength(2)
  })
})
