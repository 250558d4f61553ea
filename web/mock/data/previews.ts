import type { ActionPreview, PreviewFact } from '@hub/contracts'

type Value = PreviewFact['value']
interface Line {
  key: string
  fr: string
  en: string
  before: Value
  after: Value
  kind?: PreviewFact['kind']
}

/** A preview from lines "label, before, after". */
export function previewOf(lines: readonly Line[], more: Partial<ActionPreview> = {}): ActionPreview {
  const side = (of: 'before' | 'after') =>
    lines.map((line) => ({
      key: line.key,
      label: { fr: line.fr, en: line.en },
      value: line[of],
      kind: line.kind ?? 'text',
      changed: line.before !== line.after,
    }))
  return { before: side('before'), after: side('after'), warnings: [], complete: true, ...more }
}

/** The account of a password reset before and after. */
export function resetPreview(account: { login: string; name: string; ou: string; locked: boolean }) {
  return previewOf([
    {
      key: 'account',
      fr: 'Compte',
      en: 'Account',
      before: account.login,
      after: account.login,
      kind: 'mono',
    },
    { key: 'name', fr: 'Personne', en: 'Person', before: account.name, after: account.name },
    { key: 'ou', fr: 'Unité', en: 'Unit', before: account.ou, after: account.ou },
    {
      key: 'passwordLastSetAt',
      fr: 'Mot de passe défini le',
      en: 'Password set on',
      before: '2026-08-27T07:42:10.000Z',
      after: 'à l’exécution',
      kind: 'datetime',
    },
    {
      key: 'mustChange',
      fr: 'À changer à la connexion',
      en: 'Change at next logon',
      before: false,
      after: true,
      kind: 'boolean',
    },
    { key: 'locked', fr: 'Verrouillé', en: 'Locked', before: account.locked, after: false, kind: 'boolean' },
    { key: 'enabled', fr: 'Actif', en: 'Enabled', before: true, after: true, kind: 'boolean' },
  ])
}
