import type { Turn } from '../intent.ts'
import type { AccountRow } from '../shapes.ts'
import { bullets, paragraphs, say } from './blocks.ts'
import { formatInstant } from './format.ts'
import { plainLine } from './plain-text.ts'

/** "jean.dupont (Jean Dupont, EHPAD Les Jardins)". */
export function accountName({ login, displayName, company }: AccountRow): string {
  const about = [displayName, company].flatMap((part) => (part ? [plainLine(part)] : []))
  return `**${plainLine(login)}**${about.length > 0 ? ` (${about.join(', ')})` : ''}`
}

function stateOf(turn: Turn, { enabled, locked }: AccountRow): string {
  const words = [
    enabled === false && say(turn, { fr: '**désactivé**', en: '**disabled**' }),
    enabled === true && say(turn, { fr: 'actif', en: 'enabled' }),
    locked === true && say(turn, { fr: '**verrouillé**', en: '**locked**' }),
    locked === false && say(turn, { fr: 'non verrouillé', en: 'not locked' }),
  ].filter((word) => word !== false)
  return words.join(', ')
}

/** Cautions about the account that matter before a change. */
export function accountCautions(turn: Turn, account: AccountRow): string {
  return bullets([
    account.enabled === false &&
      say(turn, {
        fr: 'Ce compte est **désactivé** : la personne ne pourra pas se connecter tant qu’il le reste.',
        en: 'This account is **disabled**: the person cannot sign in while it stays so.',
      }),
    account.privileged === true &&
      say(turn, {
        fr: "C'est un **compte à privilèges** : la décision demande un niveau plus élevé.",
        en: 'This is a **privileged account**: deciding needs a higher level.',
      }),
  ])
}

/** The state of one account in short markdown; only what the directory gave. */
export function renderAccount(turn: Turn, account: AccountRow): string {
  const at = (instant: string | null | undefined) => formatInstant(instant, turn.language, turn.timeZone)
  const line = (fr: string, en: string, value: string | number | null | undefined) =>
    value === undefined || value === null || value === ''
      ? undefined
      : say(turn, { fr: `${fr} : ${value}`, en: `${en}: ${value}` })
  const groups = account.groups
    ?.slice(0, 12)
    .map((group) => plainLine(group))
    .join(', ')
  const state = stateOf(turn, account)
  return paragraphs(
    `${accountName(account)}${state ? ` : ${state}.` : ''}`,
    bullets([
      line(
        'Fonction',
        'Title',
        [account.title, account.department].flatMap((t) => (t ? [plainLine(t)] : [])).join(', '),
      ),
      line('Mot de passe changé le', 'Password set', at(account.passwordLastSetAt)),
      line('Mot de passe valable jusqu’au', 'Password expires', at(account.passwordExpiresAt)),
      account.mustChangePassword === true &&
        say(turn, {
          fr: 'Le mot de passe doit être changé à la prochaine connexion',
          en: 'The password must be changed at the next sign-in',
        }),
      line('Essais refusés', 'Refused attempts', account.badPasswordCount),
      line('Dernière connexion', 'Last sign-in', at(account.lastLogonAt)),
      line('Fin du compte', 'Account expires', at(account.accountExpiresAt)),
      line('Groupes', 'Groups', groups),
      account.privileged === true &&
        say(turn, { fr: '**Compte à privilèges**', en: '**Privileged account**' }),
    ]),
  )
}
