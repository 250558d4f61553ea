import { describe, expect, it } from 'vitest'
import { toLocalInput } from '../../lib/local-input.ts'
import { deferOptions } from './defer-options.ts'

const late = new Date(2026, 10, 25)
const at = (hour: number, minute = 0) => new Date(2026, 10, 20, hour, minute)

describe('the ready moments of a deferral', () => {
  it('are in 30 minutes and tonight at 20:00', () => {
    const options = deferOptions(at(14, 10), late)
    expect(options.map(({ key, at: moment }) => [key, toLocalInput(moment)])).toEqual([
      ['half', '2026-11-20T14:40'],
      ['tonight', '2026-11-20T20:00'],
    ])
  })

  it('offer tomorrow morning once it is past 20:00', () => {
    expect(deferOptions(at(21), late)[1]).toMatchObject({ key: 'tomorrow', at: new Date(2026, 10, 21, 8) })
  })

  it('are not allowed past the limit of the policy', () => {
    expect(deferOptions(at(14), at(15)).map(({ isAllowed }) => isAllowed)).toEqual([true, false])
  })
})
