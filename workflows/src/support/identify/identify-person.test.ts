import { describe, expect, it } from 'vitest'
import type { Requester } from '../ticket.ts'
import { identifyPerson } from './identify-person.ts'
import { isSameName } from './person-names.ts'
import { searchTerms } from './search-terms.ts'

const person = (login: string, displayName: string) => ({ login, displayName, mail: `${login}@a.example` })
const directory = [
  person('ana.ruiz', 'Ana Ruiz'),
  person('jm.olivier', 'Jean-Marc Olivier'),
  person('lea.martin', 'Léa Martin'),
  person('lea.martin2', 'Léa Martin'),
  person('cmeunier', 'Chantal Meunier-Lopez'),
  person('martin', 'Paul Durand'),
]
const ana: Requester = { name: 'Ana Ruiz', email: 'ana.ruiz@a.example', login: null, isKnown: true }
const ticket = (text: string, requester: Requester = ana) => ({
  title: 'Demande',
  text,
  requester,
  client: { name: 'A', domains: ['a.example'] },
})
const identify = (text: string, requester?: Requester) => identifyPerson(ticket(text, requester), directory)

describe('identifyPerson', () => {
  it('finds the requester by login, mail and full name', () => {
    const nobody: Requester = { name: null, email: null, login: null, isKnown: true }
    expect(identify('Mon mot de passe', ana)).toEqual({
      kind: 'one',
      login: 'ana.ruiz',
      how: 'requester_mail',
    })
    expect(identify('x', { ...nobody, login: 'ANA.RUIZ' })).toMatchObject({
      login: 'ana.ruiz',
      how: 'requester_login',
    })
    expect(identify('x', { ...nobody, name: 'OLIVIER Jean Marc' })).toMatchObject({
      login: 'jm.olivier',
      how: 'requester_name',
    })
  })

  it('does not believe the name above an unknown address', () => {
    expect(identify('x', { name: 'Ana Ruiz', email: 'ana@b.example', login: null, isKnown: false })).toEqual({
      kind: 'none',
    })
  })

  it('does not take a colleague of the same name for a known sender with another address', () => {
    expect(identify('compte bloqué', { ...ana, email: 'ana.ruiz2@a.example' })).toEqual({ kind: 'none' })
  })

  it('does not choose between homonyms, unless a login tells them apart', () => {
    const lea: Requester = { name: 'Léa Martin', email: null, login: null, isKnown: true }
    expect(identify('mot de passe oublié', lea)).toEqual({
      kind: 'several',
      logins: ['lea.martin', 'lea.martin2'],
    })
    expect(identify('mon login : lea.martin2', lea)).toMatchObject({ kind: 'one', login: 'lea.martin2' })
  })

  it('does not believe a requester whose login and mail are of two people', () => {
    expect(identify('x', { ...ana, login: 'cmeunier' })).toMatchObject({ kind: 'several' })
  })

  it.each([
    ['Le compte de Jean-Marc Olivier est verrouillé', 'jm.olivier'],
    ['Réinitialiser A\\jm.olivier svp', 'jm.olivier'],
    ['Débloquer cmeunier@a.example', 'cmeunier'],
    ['Chantal MEUNIER LOPEZ a oublié son mot de passe', 'cmeunier'],
  ])('sees that it is about somebody else: %s', (text, login) => {
    expect(identify(text)).toEqual({ kind: 'someone_else', login })
  })

  it.each([
    'Le stagiaire a perdu son mot de passe',
    'Merci de débloquer le compte de Mme Inconnue',
    'Can you reset it for him?',
    "My colleague can't log on",
  ])('acts on nobody when the other is not named: %s', (text) => {
    expect(identify(text)).toEqual({ kind: 'none' })
  })

  it('stays with the requester who signs or mentions a colleague by the way', () => {
    expect(identify('Mon compte est verrouillé.\nAna Ruiz, ana.ruiz')).toMatchObject({
      kind: 'one',
      login: 'ana.ruiz',
    })
    expect(identify('Ma collègue a vu mon mot de passe')).toMatchObject({ kind: 'one', login: 'ana.ruiz' })
  })

  it('does not take a surname for a login that is the same word', () => {
    expect(identify('Mon compte. Le docteur Martin attend.')).toMatchObject({
      kind: 'one',
      login: 'ana.ruiz',
    })
  })

  it('says that a person of a shared mailbox was found by the text only', () => {
    const shared: Requester = { name: 'Accueil', email: 'accueil@a.example', login: null, isKnown: true }
    expect(identify('Jean-Marc Olivier, mot de passe oublié', shared)).toEqual({
      kind: 'one',
      login: 'jm.olivier',
      how: 'text_name',
    })
    expect(identify('mot de passe oublié', shared)).toEqual({ kind: 'none' })
    expect(identify('Léa Martin, mot de passe oublié', shared)).toMatchObject({ kind: 'several' })
  })

  it('reads who wrote a forwarded letter', () => {
    const letter =
      'TR\n\nDe : Jean-Marc Olivier <jm.olivier@a.example>\nObjet : compte\n\nMon compte est verrouillé'
    expect(identifyPerson({ ...ticket(letter), title: 'TR: compte' }, directory)).toEqual({
      kind: 'someone_else',
      login: 'jm.olivier',
    })
  })
})

describe('isSameName', () => {
  it.each([
    ['Jean-Marc Olivier', 'OLIVIER Jean Marc', true],
    ['Mathilde de La Tour', 'Mathilde Delatour', true],
    ["Megan O'Connor", 'Megan OConnor', true],
    ['Chantal Lopez née Meunier', 'Chantal Meunier-Lopez', true],
    ['Chantal Meunier', 'Chantal Meunier-Lopez', false],
    ['Martin', 'Léa Martin', false],
    ['Jean Olivier', 'Jean-Marc Olivier', false],
  ])('%s and %s: %s', (a, b, isSame) => {
    expect(isSameName(a, b)).toBe(isSame)
  })
})

describe('searchTerms', () => {
  it('looks up the requester, then logins, mails and names of the text, each once', () => {
    const found = searchTerms(
      ticket(
        'Le compte de Jean-Marc Olivier (jm.olivier) ou A\\lea.martin2, mail cmeunier@a.example, voir fiche.pdf',
      ),
    )
    expect(found.map(({ value }) => value)).toEqual(
      expect.arrayContaining([
        'ana.ruiz@a.example',
        'Ana Ruiz',
        'Jean-Marc Olivier',
        'jm.olivier',
        'lea.martin2',
        'cmeunier@a.example',
      ]),
    )
    expect(found.map(({ value }) => value)).not.toContain('fiche.pdf')
    expect(new Set(found.map(({ value }) => value)).size).toBe(found.length)
  })
})
