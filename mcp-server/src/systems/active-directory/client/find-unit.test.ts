import { expect, it } from 'vitest'
import { defaultAccountRules } from './account-rules.ts'
import { clientOf } from './find-unit.ts'

const baseDn = 'DC=widip,DC=lan'
const shared = { baseDn, clients: [], rules: defaultAccountRules }

it.each([
  ['OU=EHPAD Les Jardins,OU=Clients', 'EHPAD Les Jardins'],
  ['OU=Accueil,OU=EHPAD Les Jardins,OU=clients', 'EHPAD Les Jardins'],
  ['OU=Dupont\\, Martin,OU=Clients', 'Dupont, Martin'],
  ['OU=Siège', 'Siège'],
  ['OU=Clients', null],
])('tells the client of %s from its place', (path, client) => {
  expect(clientOf(`${path},${baseDn}`, shared)).toBe(client)
})

it('has no client for the base itself, and one for a domain of one client', () => {
  expect(clientOf(baseDn, shared)).toBeNull()
  expect(clientOf(`OU=Clients,${baseDn}`, { ...shared, clients: ['Clinique Saint-Jean'] })).toBe(
    'Clinique Saint-Jean',
  )
  expect(clientOf(`OU=Siège,${baseDn}`, { ...shared, clients: ['Clinique Saint-Jean', 'Autre'] })).toBe(
    'Siège',
  )
})

it('goes by the names that a site gives the units of its clients', () => {
  const rules = { ...defaultAccountRules, clientContainers: ['WIDIP', 'Sites'] }
  expect(clientOf(`OU=A,OU=Sites,OU=WIDIP,${baseDn}`, { ...shared, rules })).toBe('A')
  expect(clientOf(`OU=A,OU=Clients,${baseDn}`, { ...shared, rules })).toBe('Clients')
})
