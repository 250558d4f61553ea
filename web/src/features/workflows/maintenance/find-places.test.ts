import { expect, it } from 'vitest'
import { findPlaces } from './find-places.ts'

const sites = [
  { name: 'Saint-Étienne', client: 'EHPAD', devices: ['SW-1', 'RTR-1'] },
  { name: 'Lyon', client: 'Clinique', devices: ['SW-2'] },
]
const found = (search: string) =>
  findPlaces(sites, search).map(({ site, devices }) => [site.name, ...devices])

it('finds sites by name, client and device, without accents', () => {
  expect(found('')).toEqual([['Saint-Étienne'], ['Lyon']])
  expect(found('etienne')).toEqual([['Saint-Étienne']])
  expect(found('clinique')).toEqual([['Lyon']])
  expect(found('sw')).toEqual([
    ['Saint-Étienne', 'SW-1'],
    ['Lyon', 'SW-2'],
  ])
  expect(found('ehpad sw')).toEqual([['Saint-Étienne', 'SW-1']])
  expect(found('paris')).toEqual([])
})
