import { describe, expect, it } from 'vitest'
import { effectsOf, unlocked } from './effects-of.ts'

const statedDoubtedOrTakenBack = [
  'Débloquer jean.dupont ne sert à rien',
  'déblocage compte jean.dupont fait à 10h',
  'Je voudrais comprendre le déblocage de jean.dupont hier',
  'débloque jean.dupont, laisse tomber',
  'débloque jean.dupont ? non attends',
  'débloque jean.dupont, en fait non',
  'débloque jean.dupont en fait non',
  'Débloque jean.dupont si son manager confirme',
  'Quand il rappelle, débloque jean.dupont',
  'tu peux oublier la réinitialisation de jean.dupont',
  'plus besoin de désactiver jean.dupont',
  'il faut arrêter de réinitialiser jean.dupont',
  "J'hésite à désactiver jean.dupont",
  "j'ai besoin de débloquer jean.dupont moi-même",
  'Désactiver jean.dupont serait une erreur',
  "désactiver jean.dupont c'est grave ?",
  'retire jean.dupont de la liste des comptes à désactiver',
  'Refuse de débloquer jean.dupont',
  'svp qui a demandé le déblocage de jean.dupont',
  'Le client écrit : merci de réinitialiser jean.dupont',
  'Le client écrit : merci de réinitialiser le mot de passe de jean.dupont',
  'reset password jean.dupont fails with error 53',
  'Unlocking jean.dupont is pointless',
  'Désactive jean.dupont demain à 18h',
  'jean.dupont doit être désactivé le 30 novembre',
  'le ticket 1234 doit être clôturé vendredi',
]

const wrongThing = [
  'débloque le manager de jean.dupont',
  'débloque la secrétaire de jean.dupont',
  'jean.dupont me dit que sa collègue Marie Martin est bloquée, débloque-la',
  'jean.dupont est bloqué, débloque Marie Martin',
  'débloque le PC de jean.dupont',
  'débloque la carte SIM de jean.dupont',
  'débloque le mail en quarantaine de jean.dupont',
  'Ferme la porte du local, ticket 1234',
  'débloque la collègue de jean.dupont',
  'débloque le docteur de jean.dupont',
  "unlock jean.dupont's manager",
  'unlock the director of jean.dupont',
  'débloque la compta de jean.dupont',
  'débloque le ticket 1234 de jean.dupont',
  'ajoute-moi au groupe VPN de jean.dupont',
  "ajoute un membre à l'équipe de jean.dupont",
  'réinitialise le téléphone de jean.dupont',
  'désactive la boîte mail de jean.dupont',
  'désactive la session de jean.dupont',
  'active windows de jean.dupont',
  'débloque la porte',
  'unlock everyone',
]

const inOtherWords = [
  // Conditions and times.
  "débloque jean.dupont dès qu'il appelle",
  'débloque jean.dupont sauf si le RSSI refuse',
  'à moins que le N3 refuse, débloque jean.dupont',
  'débloque jean.dupont uniquement après validation',
  'unlock jean.dupont if he calls back',
  'unlock jean.dupont unless HR objects',
  'once HR confirms, unlock jean.dupont',
  'unlock jean.dupont tomorrow morning',
  'ajoute jean.dupont au groupe VPN lundi',
  'clos le ticket 1234 ce soir',
  'close ticket 1234 on Friday',
  'débloque jean.dupont à 18h',
  'débloque Jean Dupont bientôt',
  // Questions.
  'débloque jean.dupont ?',
  'unlock jean.dupont?',
  'et si on débloquait jean.dupont ?',
  'tu débloques jean.dupont ou pas ?',
  'est-ce une bonne idée de débloquer jean.dupont ?',
  'who can unlock jean.dupont?',
  "c'est toi qui as débloqué jean.dupont ?",
  'clos le ticket 1234, non ?',
  // Quotes and other people's words.
  '« débloque jean.dupont »',
  '"unlock jean.dupont"',
  "'débloque jean.dupont'",
  '> débloque jean.dupont',
  "d'après le mail : débloque jean.dupont",
  'Marie dit débloque jean.dupont',
  'le manager me demande de désactiver jean.dupont',
  'she said: please unlock jean.dupont',
  'objet du mail : réinitialise le mot de passe de jean.dupont',
  'traduis : débloque jean.dupont',
  // Plans, past and states.
  "je vais débloquer jean.dupont après la réunion, merci d'attendre",
  'on pense désactiver jean.dupont',
  'débloqué jean.dupont ce matin',
  'débloqué jean.dupont',
  'jean.dupont a débloquer marie.martin',
  'jean.dupont a été débloqué, merci',
  'merci d’avoir débloqué jean.dupont',
  'thanks for unlocking jean.dupont',
  'ticket 1234 clos',
  'we unlocked jean.dupont, please note it',
  'unlock jean.dupont done',
  'débloque jean.dupont : fait',
  '- [x] débloque jean.dupont',
  '~~débloque jean.dupont~~',
  // Negations and second thoughts.
  'ne débloque surtout pas jean.dupont',
  'débloque jean.dupont (non)',
  'débloque jean.dupont 🚫',
  'débloque jean.dupont не надо',
  'débloque jean.dupont... ou plutôt marie.martin',
  'débloque jean.dupont non pas marie.martin',
  'débloque tout sauf jean.dupont',
  'never unlock jean.dupont',
  'unlock jean.dupont, just kidding',
  'unlock jean.dupont... wait',
  'disable jean.dupont? no!',
  'désactive jean.dupont, je plaisante',
  'débloque jean.dupont et supprime ses mails',
  'débloque peut-être jean.dupont',
  'ajoute un suivi au ticket 1234 : appelé, non laisse tomber',
  'peut-être qu’il faudrait débloquer jean.dupont',
  'inutile de débloquer jean.dupont',
  'impossible de débloquer jean.dupont',
  'oublie : débloque jean.dupont',
  'on avait dit débloque jean.dupont',
  'nouveau mot de passe de jean.dupont : Toto123',
  'marie.martin a oublié son mot de passe, réinitialise jean.dupont',
  'jean.dupont pas à débloquer',
  'ajoute jean.dupont au groupe VPN pour 2 jours',
  'enlève jean.dupont du groupe VPN mais pas du groupe Compta',
  'add jean.dupont to the VPN group and remove him from Compta',
  'ferme le ticket parent du 1234',
  'préviens la clinique Saint-Jean demain : coupure',
  'fais comme si tu devais débloquer jean.dupont',
]

describe('what is not wholly an order', () => {
  it.each([...statedDoubtedOrTakenBack, ...wrongThing, ...inOtherWords])(
    'plans nothing: %s',
    async (sentence) => expect((await effectsOf(sentence)).effects).toEqual([]),
  )

  it.each(['débloque jean.dupont', 'jean.dupont est bloqué, débloque-le'])(
    'repeats nothing in other words after "%s"',
    async (order) => {
      for (const again of [
        'pas la même chose pour marie.martin',
        'même chose avec marie.martin hier, ça a échoué',
        'pareil pour marie.martin ?',
        'pareil pour marie.martin demain',
        'same for marie.martin if she calls',
      ])
        expect((await effectsOf(order, again)).effects, again).toEqual([])
    },
  )

  it('asks which of two people is meant', async () => {
    const order = 'jean.dupont me dit que sa collègue Marie Martin est bloquée, débloque-la'
    expect((await effectsOf(order)).text).toMatch(/jean\.dupont[\s\S]*Marie Martin/)
    expect((await effectsOf(order, 'oui')).effects).toEqual([])
  })
})

describe('a whole order', () => {
  it.each([
    'débloque jean.dupont',
    'débloque le compte de jean.dupont',
    'Débloque jean.dupont !',
    'Bonjour, débloque jean.dupont stp',
    "peux-tu débloquer le compte de jean.dupont s'il te plaît",
    "Peux-tu débloquer le compte de jean.dupont s'il te plaît ?",
    'Bonjour, pourriez-vous débloquer jean.dupont ? Merci d’avance',
    'merci de débloquer jean.dupont',
    'il faut débloquer jean.dupont',
    'jean.dupont est bloqué, débloque-le',
    'jean.dupont est bloqué ce matin. Débloque-le stp.',
    'Bonjour, le compte de jean.dupont est bloqué, pouvez-vous le débloquer ? Merci, cordialement',
    'jean.dupont est bloqué, merci de débloquer son compte',
    'débloque-moi jean.dupont',
    'déverouille la session de jean.dupont',
    'jean.dupont à débloquer',
    'please unlock jean.dupont',
    'Hello, can you unlock jean.dupont please?',
    "unlock jean.dupont's account",
    'jean.dupont is locked out, unlock him',
    'débloque jean.dupont 🙏',
  ])('is carried out: %s', async (sentence) =>
    expect((await effectsOf(sentence)).effects).toEqual([unlocked]),
  )

  it.each([
    ['réinitialise le mot de passe de jean.dupont', 'ad_reset_password'],
    ['Bonjour, peux-tu réinitialiser le mdp de jean.dupont ? merci', 'ad_reset_password'],
    ['jean.dupont a oublié son mot de passe, réinitialise-le', 'ad_reset_password'],
    ['jean.dupont forgot his password, please reset it', 'ad_reset_password'],
    ['copie les groupes de marie.martin vers jean.dupont', 'ad_copy_groups_from'],
    ['merci de clôturer le ticket 1234', 'glpi_close_ticket'],
    ['clos le ticket 1234', 'glpi_close_ticket'],
    ['ajoute jean.dupont au groupe VPN', 'ad_add_to_group'],
    ['ajoute jean.dupont au groupe « VPN »', 'ad_add_to_group'],
    ['désactive le compte de jean.dupont', 'ad_disable_account'],
    ['remove jean.dupont from the VPN group', 'ad_remove_from_group'],
    ['ajoute un suivi au ticket 1234 : le client rappellera demain si besoin', 'glpi_add_followup'],
    ['crée un ticket pour la clinique Saint-Jean : imprimante en panne', 'glpi_create_ticket'],
  ])('is carried out: %s', async (sentence, tool) =>
    expect((await effectsOf(sentence)).effects.map(({ name }) => name)).toEqual([tool]),
  )

  it('may point back', async () => {
    const reset = await effectsOf('vérifie le compte de jean.dupont', 'réinitialise-le')
    expect(reset.effects.map(({ name }) => name)).toEqual(['ad_reset_password'])
    expect((await effectsOf('vérifie le compte de jean.dupont', 'débloque-le')).effects).toEqual([unlocked])
    expect((await effectsOf('débloque lucas.perrin', 'pareil pour jean.dupont')).effects).toEqual([unlocked])
    expect((await effectsOf('bonjour', 'débloque jean.dupont')).effects).toEqual([unlocked])
  })
})
