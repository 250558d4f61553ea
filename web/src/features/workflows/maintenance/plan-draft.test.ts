import { PlanMaintenance } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { emptyPlan, endAfter, readPlan } from './plan-draft.ts'

const now = new Date('2026-11-21T10:00:00Z')
const draft = { ...emptyPlan(now), label: 'Firmware', devices: ['SW-1'] }
const wrongOf = (change: object) => readPlan({ ...draft, ...change }, now).wrong

describe('a maintenance that is typed', () => {
  it('is sent as the contract has it', () => {
    const { input } = readPlan(draft, now)
    expect(PlanMaintenance.parse(input)).toMatchObject({
      startsAt: '2026-11-21T10:00:00.000Z',
      endsAt: '2026-11-21T12:00:00.000Z',
      devices: ['SW-1'],
    })
    expect(readPlan({ ...draft, isEverything: true }, now).input).toMatchObject({ devices: [] })
  })

  it('says what is wrong', () => {
    expect(readPlan(emptyPlan(now), now).wrong).toEqual(['label', 'sites'])
    expect(wrongOf({ startsAt: '' })).toEqual(['startsAt'])
    expect(wrongOf({ endsAt: '' })).toEqual(['endsAt'])
    expect(wrongOf({ endsAt: draft.startsAt })).toEqual(['endsAt'])
    expect(wrongOf({ endsAt: endAfter(draft, 31 * 24) })).toEqual(['endsAt'])
    expect(wrongOf({ endsAt: endAfter(draft, 30 * 24) })).toEqual([])
  })
})
