import { accountOf, accountProblem } from '../account-lookup.ts'
import { defineRead } from '../define-read.ts'
import type { Intent, Pattern, Turn } from '../intent.ts'
import { accountName } from '../render/account.ts'
import { bullets, paragraphs, say } from '../render/blocks.ts'
import { formatInstant } from '../render/format.ts'
import type { AccountRow } from '../shapes.ts'
import { namedPerson } from '../subjects/person.ts'

const tool = 'ad_check_user'

interface Fact {
  id: string
  title: Intent['title']
  example: Intent['example']
  patterns: Pattern[]
  lines(turn: Turn, account: AccountRow): (string | false | undefined)[]
}

function accountFact({ lines, ...fact }: Fact): Intent {
  return defineRead<string>({
    ...fact,
    needs: [tool],
    carries: ['login', 'personName'],
    asksFor: ['login'],
    subject: (turn) => namedPerson(turn, { acts: false }),
    calls: (_turn, login) => [{ tool, arguments: { login } }],
    tell(turn, login) {
      const account = accountOf(turn)
      if (!account) return accountProblem({ ...turn, slots: { ...turn.slots, login } }) ?? ''
      return paragraphs(accountName(account), bullets(lines(turn, account)))
    },
  })
}

const dated = (turn: Turn, label: { fr: string; en: string }, instant: string | null | undefined) => {
  const at = formatInstant(instant, turn.language, turn.timeZone)
  const unknown = say(turn, { fr: 'inconnu de l’annuaire', en: 'not known to the directory' })
  return say(turn, { fr: `${label.fr} : ${at ?? unknown}`, en: `${label.en}: ${at ?? unknown}` })
}

/** When somebody last signed in. */
export const lastLogon = accountFact({
  id: 'last-logon',
  title: { fr: 'dernière connexion d’un compte', en: 'last sign-in of an account' },
  example: { fr: 'Dernière connexion de jean.dupont', en: 'Last logon of jean.dupont' },
  patterns: [
    { weight: 7, all: ['lastLogon'], slots: ['login'], none: ['howTo'] },
    { weight: 7, all: ['lastLogon'], slots: ['personName'], none: ['howTo'] },
    { weight: 4, all: ['lastLogon', 'when'], none: ['howTo', 'trouble'] },
  ],
  lines: (turn, account) => [
    dated(turn, { fr: 'Dernière connexion', en: 'Last sign-in' }, account.lastLogonAt),
    account.enabled === false && say(turn, { fr: 'Compte **désactivé**', en: 'Account **disabled**' }),
    account.locked === true && say(turn, { fr: 'Compte **verrouillé**', en: 'Account **locked**' }),
  ],
})

/** How old a password is and when it expires. */
export const passwordAge = accountFact({
  id: 'password-age',
  title: { fr: 'âge et expiration d’un mot de passe', en: 'age and expiry of a password' },
  example: {
    fr: 'Quand expire le mot de passe de jean.dupont ?',
    en: 'When does the password of jean.dupont expire?',
  },
  patterns: [
    { weight: 7, all: ['password', 'age'], slots: ['login'], none: ['howTo', 'reset'] },
    { weight: 7, all: ['password', 'age'], slots: ['personName'], none: ['howTo', 'reset'] },
    { weight: 7, all: ['password', 'when'], slots: ['login'], none: ['howTo', 'reset'] },
  ],
  lines: (turn, account) => [
    dated(turn, { fr: 'Mot de passe changé le', en: 'Password set' }, account.passwordLastSetAt),
    account.passwordNeverExpires === true
      ? say(turn, { fr: 'Le mot de passe n’expire jamais', en: 'The password never expires' })
      : dated(turn, { fr: 'Expire le', en: 'Expires' }, account.passwordExpiresAt),
    account.mustChangePassword === true &&
      say(turn, { fr: 'À changer à la prochaine connexion', en: 'Must be changed at the next sign-in' }),
  ],
})
