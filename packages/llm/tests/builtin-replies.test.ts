import { describe, expect, it } from 'vitest'
import { runTurn, type ToolAnswers, user } from './conversation.ts'
import { answers, effectsOf, unlocked } from './effects-of.ts'
import { account, ok } from './results.ts'

const halfYes = [
  'ok merci, non',
  'oui mais pas tout de suite',
  'oui, demain',
  'ok je regarde ça plus tard',
  'ok mais pour marie.martin',
  'ok mais non',
  'ok attends',
  "ouais euh non c'est son frère",
  "c'est lui ?",
  'oui ?',
  'oui si son manager est d’accord',
  'yes but later',
  'ok wait',
  'oui oui je sais',
  'oui non',
  'ok 🚫',
  'ok не надо',
]

describe('a yes', () => {
  it.each(halfYes)('does nothing when it is no whole yes: %s', async (reply) => {
    expect((await effectsOf('si besoin débloque jean.dupont', reply)).effects).toEqual([])
  })

  it.each(halfYes)('does not confirm a person: %s', async (reply) => {
    const found: ToolAnswers = {
      ...answers,
      ad_search_users: () => ok({ users: [{ ...account('jean.dupont'), login: 'jean.dupont' }], total: 1 }),
    }
    const asked = await runTurn([user('débloque Jean Dupont')], found)
    expect(asked.text).toContain('jean.dupont')
    const { rounds } = await runTurn([...asked.messages, user(reply)], found)
    expect(rounds.flat().map(({ name }) => name)).not.toContain('ad_unlock_account')
    const yes = await runTurn([...asked.messages, user('oui c’est lui')], found)
    expect(yes.rounds.flat()).toContainEqual(unlocked)
  })

  it.each([
    'oui',
    'Oui !',
    'ok',
    'oui merci',
    'oui vas-y',
    "d'accord",
    'yes please',
    'je confirme',
    'oui svp.',
  ])('starts what was asked about: %s', async (reply) =>
    expect((await effectsOf('si besoin débloque jean.dupont', reply)).effects).toEqual([unlocked]),
  )

  it('answers only the question about the action', async () => {
    expect((await effectsOf('si besoin débloque jean.dupont', 'bonjour', 'oui')).effects).toEqual([])
    expect(
      (await effectsOf('si besoin débloque jean.dupont', 'oui mais demain', 'non', 'oui')).effects,
    ).toEqual([])
  })
})

describe('a reply to a question of ours', () => {
  it.each([
    ['débloque un compte', 'jean.dupont non'],
    ['débloque un compte', 'jean.dupont demain'],
    ['débloque un compte', 'pas jean.dupont'],
    ['débloque un compte', 'jean.dupont ?'],
    ['débloque un compte', "c'est jean.dupont qui appelle"],
    ['débloque un compte', 'le manager de jean.dupont'],
    ['débloque un compte', 'jean.dupont, laisse tomber'],
    ['débloque jean.dupont et lucas.perrin', 'pas le 2'],
    ['débloque jean.dupont et lucas.perrin', 'lucas.perrin ?'],
    ['débloque jean.dupont et lucas.perrin', "lucas.perrin c'est fait"],
    ['ferme le ticket', '1234 demain'],
    ['ferme le ticket', 'pas le 1234'],
    ['ajoute jean.dupont à un groupe', 'aucune idée'],
    ['ajoute jean.dupont à un groupe', 'VPN demain'],
    ['ajoute jean.dupont à un groupe', 'le même que marie.martin'],
    ['ajoute un suivi au ticket 1234', 'attends'],
    ['ajoute un suivi au ticket 1234', 'oui'],
    ['ajoute un suivi au ticket 1234', 'oublie'],
    ['ajoute un suivi au ticket 1234', 'ok mais pas maintenant'],
    ['ajoute un suivi au ticket 1234', 'je ne veux plus'],
    ['ajoute un suivi au ticket 1234', 'quel est son statut ?'],
    ['ajoute un suivi au ticket 1234', 'ça marche, non laisse tomber'],
    ['vérifie le compte de jean.dupont', 'débloque-le si besoin'],
    ['vérifie le compte de jean.dupont', 'débloque-le demain'],
    ['vérifie le compte de jean.dupont', 'débloque sa collègue'],
    ['vérifie le compte de jean.dupont', 'réinitialise-le pas'],
  ])('with another word does nothing: %s > %s', async (order, reply) =>
    expect((await effectsOf(order, reply)).effects).toEqual([]),
  )

  it.each([
    ['débloque un compte', 'jean.dupont', 'ad_unlock_account'],
    ['débloque jean.dupont et lucas.perrin', 'le 2', 'ad_unlock_account'],
    ['ferme le ticket', 'le 1234 svp', 'glpi_close_ticket'],
    ['ajoute jean.dupont à un groupe', 'VPN', 'ad_add_to_group'],
    ['ajoute un suivi au ticket 1234', 'le client a rappelé, tout va bien', 'glpi_add_followup'],
  ])('that is whole goes on: %s > %s', async (order, reply, tool) =>
    expect((await effectsOf(order, reply)).effects.map(({ name }) => name)).toEqual([tool]),
  )
})

describe('what was not done', () => {
  it('is not denied after something was done', async () => {
    const { text } = await effectsOf('débloque jean.dupont', 'annule')
    expect(text).toBe('Je ne lance rien de plus. Ce qui a déjà été fait ou demandé reste en l’état.')
  })

  it('names the request that is still pending', async () => {
    const { text } = await effectsOf('réinitialise le mot de passe de jean.dupont', 'annule')
    expect(text).toContain('**APR-2026-000123**')
  })

  it('takes "cannot unlock" for a request for help', async () => {
    for (const said of [
      "Jean Dupont n'arrive pas à débloquer son compte jean.dupont",
      'jean.dupont ne peut pas débloquer son compte',
      'jean.dupont cannot unlock his account',
    ]) {
      const { effects, text } = await effectsOf(said)
      expect(effects).toEqual([])
      expect(text, said).not.toMatch(/^(Entendu|Understood)/)
    }
  })
})
