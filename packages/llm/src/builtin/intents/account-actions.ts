import { accountOf, accountProblem, ticketProblem } from '../account-lookup.ts'
import { defineAction } from '../define-action.ts'
import type { Intent, Pattern, Turn } from '../intent.ts'
import { accountCautions, accountName } from '../render/account.ts'
import { paragraphs, say } from '../render/blocks.ts'
import type { AccountRow } from '../shapes.ts'
import { namedPerson } from '../subjects/person.ts'
import { linkedTicket, linkedTicketReads } from '../subjects/ticket.ts'

interface AccountAction {
  id: string
  title: Intent['title']
  example: Intent['example']
  patterns: Pattern[]
  tool: string
  /** True when the account already is as asked. */
  isDone(account: AccountRow): boolean
  noun: { fr: string; en: string }
  past: { fr: string; en: string }
}

const withLogin = (turn: Turn, login: string): Turn => ({ ...turn, slots: { ...turn.slots, login } })

/** An action on one account, read first; nothing is asked for when it already is as asked. */
function accountAction({ isDone, noun, past, ...action }: AccountAction): Intent {
  const nameOf = (turn: Turn, login: string) => accountName(accountOf(turn) ?? { login })
  return defineAction<string>({
    ...action,
    needs: ['ad_check_user', action.tool],
    carries: ['login', 'personName', 'ticketIds'],
    asksFor: ['login'],
    subject: (turn) => namedPerson(turn, { acts: true }),
    reads: (turn, login) => [{ tool: 'ad_check_user', arguments: { login } }, ...linkedTicketReads(turn)],
    refusal(turn, login) {
      const problem = accountProblem(withLogin(turn, login)) ?? ticketProblem(turn)
      const account = accountOf(turn)
      if (problem || !account || !isDone(account)) return problem
      return say(turn, {
        fr: `Le compte ${accountName(account)} est déjà ${past.fr} : il n’y a rien à faire.`,
        en: `Account ${accountName(account)} is already ${past.en}: there is nothing to do.`,
      })
    },
    arguments: (turn, login) => ({ login, ...linkedTicket(turn) }),
    label: (turn, login) =>
      say(turn, {
        fr: `${noun.fr} du compte ${nameOf(turn, login)}`,
        en: `${noun.en} account ${nameOf(turn, login)}`,
      }),
    done(turn, login) {
      const account = accountOf(turn)
      return paragraphs(
        say(turn, {
          fr: `Le compte ${nameOf(turn, login)} est ${past.fr}.`,
          en: `Account ${nameOf(turn, login)} is ${past.en}.`,
        }),
        account && account.privileged === true && accountCautions(turn, { ...account, enabled: undefined }),
      )
    },
  })
}

/** Asks to enable a disabled account; a person decides. */
export const accountEnable = accountAction({
  id: 'account-enable',
  title: {
    fr: 'activation d’un compte (soumise à approbation)',
    en: 'enabling an account (needs an approval)',
  },
  example: { fr: 'Réactive le compte de kevin.lopez', en: 'Enable the account of kevin.lopez' },
  patterns: [
    { weight: 9, all: ['enable'], slots: ['login'] },
    { weight: 9, all: ['enable'], slots: ['personName'] },
    { weight: 8, all: ['enable', 'account'] },
  ],
  tool: 'ad_enable_account',
  isDone: ({ enabled }) => enabled === true,
  noun: { fr: 'Activation', en: 'Enabling' },
  past: { fr: 'actif', en: 'enabled' },
})

/** Asks to disable an account; a person decides. */
export const accountDisable = accountAction({
  id: 'account-disable',
  title: {
    fr: 'désactivation d’un compte (soumise à approbation)',
    en: 'disabling an account (needs an approval)',
  },
  example: { fr: 'Désactive le compte de jean.dupont', en: 'Disable the account of jean.dupont' },
  patterns: [
    { weight: 9, all: ['disable'], slots: ['login'] },
    { weight: 9, all: ['disable'], slots: ['personName'] },
    { weight: 8, all: ['disable', 'account'] },
  ],
  tool: 'ad_disable_account',
  isDone: ({ enabled }) => enabled === false,
  noun: { fr: 'Désactivation', en: 'Disabling' },
  past: { fr: 'désactivé', en: 'disabled' },
})
