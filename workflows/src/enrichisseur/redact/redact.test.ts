import { describe, expect, it } from 'vitest'
import { redact } from './redact.ts'

it.each([
  ['Écrire à jean.dupont@clinique.fr ou au 06 12 34 56 78.', 'Écrire à [mail] ou au [tel].'],
  ['Le mot de passe est tournesol depuis hier.', 'Le mot de passe est [secret] depuis hier.'],
  ['Vu avec Maïwenn Kerbrat. Canal saturé.', 'Vu avec [nom]. Canal saturé.'],
  ['Le poste de sandrine gomez est lent.', 'Le poste de [nom] [...] est lent.'],
  ['M. Petit et Mme Blanc n’impriment plus.', 'M. [nom] et Mme [nom] n’impriment plus.'],
  ['Imprimante de Jean\u200bne Du\u00adpont', 'Imprimante de [nom]'],
  ['Intervention au 12 rue des Lilas, 34000 Montpellier.', 'Intervention au [adresse].'],
])('%s', (text, expected) => {
  expect(redact(text).text).toBe(expected)
})

describe('what helps the next one', () => {
  it.each([
    'Le mot de passe est expiré depuis la veille.',
    'Erreur 0x80070005 après KB5034441, version 10.0.19045.3693 de Windows.',
    'Le service spouleur était arrêté : pilote réinstallé, file vidée, test validé.',
    'Code erreur 691 sur le VPN : horloge du poste décalée.',
    'The driver was corrupted; reinstalled it and the printer works again.',
  ])('stays: %s', (text) => {
    expect(redact(text)).toEqual({ text, removed: {}, unknownWords: 0 })
  })
})

it('knows the people of the ticket, by name and by the login made of it', () => {
  const { text } = redact('petit et lpetit ne se connectent plus', ['Laurence Petit'])
  expect(text).toBe('[nom] et [nom] ne se connectent plus')
})
