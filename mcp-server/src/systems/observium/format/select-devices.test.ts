import { describe, expect, it } from 'vitest'
import type { NetworkDevice } from '../driver.ts'
import { matchingWords } from './matching-words.ts'
import { pageNote, pageOf } from './page-of.ts'
import { countStates, selectDevices } from './select-devices.ts'

function device(hostname: string, more: Partial<NetworkDevice> = {}): NetworkDevice {
  return {
    id: 1,
    hostname,
    sysName: null,
    purpose: null,
    type: null,
    hardware: null,
    os: null,
    version: null,
    location: null,
    state: 'up',
    downReason: null,
    uptimeSeconds: null,
    lastPolledAt: null,
    ...more,
  }
}

describe('matchingWords', () => {
  it.each([
    ['saint jean', ['Clinique Saint-Jean - switch'], true],
    ['BÉZIERS', ['Beziers - Résidence'], true],
    ['beziers residence', ['Béziers', 'Résidence'], true],
    ['saint joseph', ['Clinique Saint-Jean'], false],
    ['x', [null], false],
    ['---', ['anything'], true],
  ])('%s in %j: %s', (query, texts, isMatch) => {
    expect(matchingWords(query)(texts)).toBe(isMatch)
  })
})

describe('selectDevices', () => {
  const devices = [
    device('b', { state: 'disabled' }),
    device('c', { state: 'up', type: 'Network', purpose: 'Clinique A' }),
    device('a', { state: 'up', location: 'Sète' }),
    device('e', { state: 'ignored' }),
    device('d', { state: 'down', purpose: 'Clinique A' }),
  ]
  const names = (filter: Parameters<typeof selectDevices>[1]) =>
    selectDevices(devices, filter).map(({ hostname }) => hostname)

  it('puts what is down first', () => {
    expect(names({})).toEqual(['d', 'e', 'a', 'c', 'b'])
    expect(countStates(devices)).toEqual({ up: 2, down: 1, ignored: 1, disabled: 1 })
  })

  it('asks for every filter given', () => {
    expect(names({ client: 'clinique a' })).toEqual(['d', 'c'])
    expect(names({ client: 'clinique a', type: 'network' })).toEqual(['c'])
    expect(names({ location: 'sete' })).toEqual(['a'])
    expect(names({ location: 'clinique' })).toEqual([])
    expect(names({ status: 'ignored' })).toEqual(['e'])
  })
})

describe('pageOf', () => {
  const items = Array.from({ length: 101 }, (_, index) => index)

  it.each([
    [1, 50, 3],
    [3, 1, 3],
    [4, 0, 3],
  ])('page %i has %i items', (page, count, pageCount) => {
    const found = pageOf(items, page)
    expect(found).toMatchObject({ total: 101, page, pageCount })
    expect(found.items).toHaveLength(count)
  })

  it('of nothing is one empty page, without a note', () => {
    const page = pageOf([], 1)
    expect(page).toEqual({ items: [], total: 0, page: 1, pageCount: 1 })
    expect(pageNote(page)).toEqual({ fr: '', en: '' })
  })
})
