import { accountOf, accountProblem } from '../account-lookup.ts'
import { defineRead } from '../define-read.ts'
import { renderAccount } from '../render/account.ts'
import { paragraphs, say } from '../render/blocks.ts'
import { namedPerson } from '../subjects/person.ts'

/** State of a person's account. */
export const accountCheck = defineRead<string>({
  id: 'account-check',
  title: { fr: "vérification d'un compte", en: 'check of an account' },
  example: {
    fr: 'Le compte de jean.dupont est-il verrouillé ?',
    en: 'Is the account of jean.dupont locked?',
  },
  needs: ['ad_check_user'],
  carries: ['login', 'personName'],
  asksFor: ['login'],
  patterns: [
    {
      weight: 5,
      any: ['lockState', 'check', 'state', 'show', 'account', 'who', 'password'],
      slots: ['login'],
      none: ['howTo'],
    },
    {
      weight: 5,
      all: ['account'],
      any: ['lockState', 'check', 'state'],
      none: ['howTo'],
      without: ['hostnames'],
    },
    {
      weight: 5.2,
      any: ['lockState', 'who', 'account'],
      slots: ['personName'],
      none: ['howTo', 'search', 'ticket'],
    },
    { weight: 4, any: ['lockState', 'state'], slots: ['login'] },
    { weight: 2, all: ['lockState'], without: ['hostnames', 'clientPhrase', 'deviceKind'], none: ['howTo'] },
    { weight: 1, slots: ['login'], weak: true },
  ],
  subject: (turn) => namedPerson(turn, { acts: false }),
  calls: (_turn, login) => [{ tool: 'ad_check_user', arguments: { login } }],
  tell(turn, login) {
    const account = accountOf(turn)
    if (!account) return accountProblem({ ...turn, slots: { ...turn.slots, login } }) ?? ''
    return paragraphs(
      renderAccount(turn, account),
      account.locked === true &&
        say(turn, {
          fr: `Pour le déverrouiller, demandez : « débloque le compte de ${account.login} ».`,
          en: `To unlock it, ask: "unlock the account of ${account.login}".`,
        }),
    )
  },
})
