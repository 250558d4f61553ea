import { accountOf, accountProblem, askForLogin } from '../account-lookup.ts'
import type { Intent } from '../intent.ts'
import { renderAccount } from '../render/account.ts'
import { paragraphs, say } from '../render/blocks.ts'
import { stillWanted } from '../results.ts'

/** State of a person's account. */
export const accountCheck: Intent = {
  id: 'account-check',
  title: { fr: "vérification d'un compte", en: 'check of an account' },
  example: {
    fr: 'Le compte de jean.dupont est-il verrouillé ?',
    en: 'Is the account of jean.dupont locked?',
  },
  needs: ['ad_check_user'],
  carries: ['login'],
  asksFor: 'login',
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
    { weight: 5, any: ['lockState', 'who'], slots: ['personName'], none: ['howTo'] },
    { weight: 4, any: ['lockState', 'state'], slots: ['login'] },
    { weight: 2, all: ['lockState'], without: ['hostnames', 'clientPhrase', 'deviceKind'], none: ['howTo'] },
    { weight: 1, slots: ['login'], weak: true },
  ],
  plan(turn) {
    const { login } = turn.slots
    return login ? stillWanted(turn, [{ tool: 'ad_check_user', arguments: { login } }]) : []
  },
  render(turn) {
    if (!turn.slots.login) return askForLogin(turn)
    const account = accountOf(turn)
    if (!account) return accountProblem(turn) ?? ''
    return paragraphs(
      renderAccount(turn, account),
      account.locked === true &&
        say(turn, {
          fr: `Pour le déverrouiller, demandez : « débloque le compte de ${account.login} ».`,
          en: `To unlock it, ask: "unlock the account of ${account.login}".`,
        }),
    )
  },
}
