import { describe, expect, it } from 'vitest'
import { clientQueries } from './client-queries.ts'
import { extractSlots, type Slots } from './slots.ts'

const cases: [string, Slots][] = [
  ['Réinitialise le mot de passe de jean.dupont, ticket 1234', { login: 'jean.dupont', ticketIds: [1234] }],
  ['reset WIDIP\\Jean.Dupont password (#12)', { login: 'jean.dupont', ticketIds: [12] }],
  ['débloque jean.dupont@widip.example', { login: 'jean.dupont' }],
  ['Débloque le compte de mmartin stp', { login: 'mmartin' }],
  ['unlock svc-backup', { login: 'svc-backup' }],
  ["unlock Jean Dupont's account", { personName: 'Jean Dupont' }],
  ['reset mdp jean dupont ticket n° 77', { personName: 'jean dupont', ticketIds: [77] }],
  ['tickets 12, 13 et 14', { ticketIds: [12, 13, 14] }],
  ['incident INC-4321', { ticketIds: [4321] }],
  ['Réinitialise mon mot de passe', {}],
  ['le compte du client est bloqué', {}],
  ['how is switch-clin-stjean.widip.local doing?', { hostnames: ['switch-clin-stjean.widip.local'] }],
  ['compare SWITCH-A-1 et SWITCH-B-2', { hostnames: ['SWITCH-A-1', 'SWITCH-B-2'] }],
  ['10.42.0.3 répond ?', { hostnames: ['10.42.0.3'] }],
  ['état de la Clinique Saint-Jean', { clientPhrase: 'Clinique Saint-Jean' }],
  ['le switch de st-jean', { clientPhrase: 'st-jean', deviceKind: 'switch', wantsAllOfKind: false }],
  [
    'the Clinique St-Jean switch',
    { clientPhrase: 'Clinique St-Jean', deviceKind: 'switch', wantsAllOfKind: false },
  ],
  [
    "pare-feu de l'EHPAD Résidence Bellevue svp",
    { clientPhrase: 'EHPAD Résidence Bellevue', deviceKind: 'firewall', wantsAllOfKind: false },
  ],
  [
    "routeur du Centre d'imagerie du Lez en panne ?",
    { clientPhrase: "Centre d'imagerie du Lez", deviceKind: 'router', wantsAllOfKind: false },
  ],
  [
    'les bornes wifi du Cabinet Dr. Martin.',
    { clientPhrase: 'Cabinet Dr. Martin', deviceKind: 'access_point', wantsAllOfKind: true },
  ],
  ['Approuve apr-2026-000123', { approvalId: 'APR-2026-000123' }],
  [
    'ajoute un suivi au ticket 1234 : jean.dupont rappelé, voir #99',
    { ticketIds: [1234], body: 'jean.dupont rappelé, voir #99' },
  ],
  ['ajoute la note « rappeler demain » au ticket 12', { ticketIds: [12], body: 'rappeler demain' }],
  ['ouvre le fichier rapport.pdf sur www.exemple.fr', { document: 'rapport.pdf' }],
]

describe('extractSlots', () => {
  it.each(cases)('%s', (sentence, slots) => expect(extractSlots(sentence)).toEqual(slots))
})

describe('clientQueries', () => {
  it.each([
    ['Clinique St-Jean', ['Clinique Saint-Jean', 'Clinique St-Jean', 'Saint-Jean']],
    ['clinique st. jean', ['clinique Saint-jean', 'clinique st. jean', 'Saint-jean']],
    ['Pharmacie Ste Anne', ['Pharmacie Sainte-Anne', 'Pharmacie Ste Anne', 'Sainte-Anne']],
    ['EHPAD Les Jardins', ['EHPAD Les Jardins', 'Les Jardins']],
    ['Saint-Joseph', ['Saint-Joseph']],
    ['Stade municipal', ['Stade municipal']],
  ])('%s', (phrase, queries) => expect(clientQueries(phrase)).toEqual(queries))
})
