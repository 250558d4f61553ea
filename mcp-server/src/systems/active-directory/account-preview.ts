import type { LocalizedText, PreviewFact } from '@hub/contracts'
import type { z } from 'zod'
import { previewFact } from '../preview-fact.ts'
import type { AccountRecord } from './format/account.ts'

type Fact = z.infer<typeof PreviewFact>

export const factLabels = {
  locked: { fr: 'Verrouillé', en: 'Locked' },
  enabled: { fr: 'Activé', en: 'Enabled' },
  password: { fr: 'Mot de passe', en: 'Password' },
  mustChange: { fr: 'À changer à la prochaine connexion', en: 'Must change at next logon' },
  passwordLastSet: { fr: 'Mot de passe défini le', en: 'Password set on' },
  lastLogon: { fr: 'Dernière connexion', en: 'Last logon' },
  group: { fr: 'Groupe', en: 'Group' },
  member: { fr: 'Membre', en: 'Member' },
  groups: { fr: 'Groupes directs', en: 'Direct groups' },
  copiedFrom: { fr: 'Groupes copiés de', en: 'Groups copied from' },
  added: { fr: 'Ajouté au groupe', en: 'Added to group' },
  leftOut: { fr: 'Laissé de côté', en: 'Left out' },
  exists: { fr: 'Le compte existe', en: 'The account exists' },
  login: { fr: 'Identifiant', en: 'Account name' },
  displayName: { fr: 'Nom affiché', en: 'Display name' },
  client: { fr: 'Client', en: 'Client' },
  container: { fr: 'Unité d’organisation', en: 'Organisational unit' },
  mail: { fr: 'Adresse mail', en: 'Mail address' },
  title: { fr: 'Fonction', en: 'Job title' },
  badPasswords: { fr: 'Mots de passe erronés', en: 'Wrong passwords' },
} as const satisfies Record<string, LocalizedText>

/** The present state of an account, as the one who decides sees it. */
export function accountFacts({ account }: AccountRecord): Fact[] {
  return [
    previewFact('enabled', factLabels.enabled, { value: account.enabled, kind: 'boolean' }),
    previewFact('locked', factLabels.locked, { value: account.locked, kind: 'boolean' }),
    previewFact('badPasswords', factLabels.badPasswords, { value: account.badPasswordCount, kind: 'number' }),
    previewFact('passwordLastSet', factLabels.passwordLastSet, {
      value: account.passwordLastSetAt,
      kind: 'datetime',
    }),
    previewFact('mustChange', factLabels.mustChange, { value: account.mustChangePassword, kind: 'boolean' }),
    previewFact('lastLogon', factLabels.lastLogon, { value: account.lastLogonAt, kind: 'datetime' }),
  ]
}

/** What makes an action on this account unusual. */
export function accountWarnings({ account, isVip }: AccountRecord): LocalizedText[] {
  return [
    ...(account.privileged
      ? [{ fr: 'Compte à privilèges ou de service.', en: 'Privileged or service account.' }]
      : []),
    ...(isVip ? [{ fr: 'Personne VIP.', en: 'VIP.' }] : []),
    ...(account.enabled
      ? []
      : [
          {
            fr: 'Le compte est désactivé : la personne ne pourra pas ouvrir de session.',
            en: 'The account is disabled: the person cannot log on.',
          },
        ]),
  ]
}
