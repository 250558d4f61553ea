import { ticketProblem } from '../account-lookup.ts'
import { defineAction } from '../define-action.ts'
import type { Turn } from '../intent.ts'
import { say } from '../render/blocks.ts'
import { plainLine } from '../render/plain-text.ts'
import { andThen, known, type Resolution, told } from '../resolution.ts'
import { namedClient } from '../subjects/client.ts'
import { linkedTicket, linkedTicketReads } from '../subjects/ticket.ts'

const tool = 'ad_create_user'

interface NewAccount {
  login: string
  givenName: string
  surname: string
  client: string
}

function newAccount(turn: Turn): Resolution<NewAccount> {
  const { login, fullName, clientPhrase } = turn.slots
  const [givenName, ...rest] = fullName?.split(/\s+/) ?? []
  const surname = rest.join(' ')
  if (!login || !givenName || !surname || !clientPhrase) {
    return told(
      say(turn, {
        fr: 'Il me faut l’identifiant, le prénom, le nom et le client. Par exemple : « crée le compte julie.morel pour Julie Morel à l’EHPAD Les Jardins ». Pour qui est ce compte ?',
        en: 'I need the account name, the first and last name and the client. For example: "create account julie.morel for Julie Morel at EHPAD Les Jardins". Who is this account for?',
      }),
    )
  }
  return andThen(namedClient(turn), ({ name }) => known({ login, givenName, surname, client: name }))
}

/** Asks to create an account for a person of a client; a person decides. */
export const accountCreate = defineAction<NewAccount>({
  id: 'account-create',
  title: {
    fr: 'création d’un compte (soumise à approbation)',
    en: 'creating an account (needs an approval)',
  },
  example: {
    fr: 'Crée le compte julie.morel pour Julie Morel à l’EHPAD Les Jardins',
    en: 'Create account julie.morel for Julie Morel at EHPAD Les Jardins',
  },
  needs: [tool],
  carries: ['clientPhrase'],
  asksFor: ['login', 'clientPhrase'],
  patterns: [{ weight: 10, all: ['create', 'account'], none: ['ticket'] }],
  tool,
  subject: newAccount,
  reads: (turn) => linkedTicketReads(turn),
  refusal: (turn) => ticketProblem(turn),
  arguments: (turn, account) => ({ ...account, ...linkedTicket(turn) }),
  label: (turn, { login, client }) =>
    say(turn, {
      fr: `Création du compte ${plainLine(login)} (${plainLine(client)})`,
      en: `Creating account ${plainLine(login)} (${plainLine(client)})`,
    }),
  done: (turn, { login }) =>
    say(turn, {
      fr: `Le compte **${plainLine(login)}** est créé.`,
      en: `Account **${plainLine(login)}** was created.`,
    }),
})
