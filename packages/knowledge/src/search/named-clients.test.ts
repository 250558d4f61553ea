import { expect, it } from 'vitest'
import { namedClients } from './named-clients.ts'

const names = ['Clinique Saint-Jean', 'Clinique Saint-Joseph', 'EHPAD Les Jardins', 'Cabinet Dr Martin']

it.each([
  ["l'état du switch de la clinique St-Jean", ['Clinique Saint-Jean']],
  ['saint joseph et ST. JEAN', ['Clinique Saint-Jean', 'Clinique Saint-Joseph']],
  ['la borne des Jardins', ['EHPAD Les Jardins']],
  ['le compte de Marie Martin', []],
  ['le cabinet du dr martin', ['Cabinet Dr Martin']],
  ['une clinique', []],
])('%s', (text, expected) => {
  expect(namedClients(text, names)).toEqual(expected)
})
