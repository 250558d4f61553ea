import type { Turn } from './intent.ts'
import { say } from './render/blocks.ts'
import { renderFailure } from './render/outcome.ts'
import { plainLine } from './render/plain-text.ts'
import { dataOf, isNotFound, lastResult } from './results.ts'
import { AccountData, type AccountRow, TicketData, type TicketRow } from './shapes.ts'

/** The account read in this turn. */
export function accountOf(turn: Turn): AccountRow | undefined {
  return dataOf(lastResult(turn, 'ad_check_user'), AccountData)?.account
}

/** The ticket read in this turn. */
export function ticketOf(turn: Turn): TicketRow | undefined {
  return dataOf(lastResult(turn, 'glpi_get_ticket_details'), TicketData)?.ticket
}

/** Which account is meant, as a question: nothing was named, or only a person's name. */
export function askForLogin(turn: Turn): string {
  const { personName } = turn.slots
  return personName
    ? say(turn, {
        fr: `Je n'agis que sur un identifiant exact, jamais sur un nom deviné. Quel est l'identifiant de ${plainLine(personName)} (par exemple prenom.nom) ?`,
        en: `I only act on an exact account name, never on a guess. What is the account name of ${plainLine(personName)} (for example first.last)?`,
      })
    : say(turn, {
        fr: "Quel est l'identifiant du compte (par exemple jean.dupont) ?",
        en: 'What is the account name (for example jean.dupont)?',
      })
}

/** Why the account could not be read; undefined when it was. */
export function accountProblem(turn: Turn): string | undefined {
  if (accountOf(turn)) return undefined
  const result = lastResult(turn, 'ad_check_user')
  const login = plainLine(turn.slots.login ?? '')
  if (!result || isNotFound(result)) {
    return say(turn, {
      fr: `Le compte **${login}** n'existe pas dans Active Directory. Je n'ai rien demandé : vérifiez l'identifiant.`,
      en: `Account **${login}** does not exist in Active Directory. I asked for nothing: please check the account name.`,
    })
  }
  return renderFailure(turn, say(turn, { fr: `Compte **${login}**`, en: `Account **${login}**` }), result)
}

/** Why the ticket that was named could not be read; undefined when it was, or when none was named or readable here. */
export function ticketProblem(turn: Turn): string | undefined {
  const result = lastResult(turn, 'glpi_get_ticket_details')
  if (!result || ticketOf(turn)) return undefined
  const ticketId = turn.slots.ticketIds?.[0]
  if (isNotFound(result)) {
    return say(turn, {
      fr: `Le ticket n° ${ticketId} n'existe pas dans GLPI. Je n'ai rien demandé : vérifiez son numéro.`,
      en: `Ticket #${ticketId} does not exist in GLPI. I asked for nothing: please check its number.`,
    })
  }
  return renderFailure(turn, say(turn, { fr: `Ticket n° ${ticketId}`, en: `Ticket #${ticketId}` }), result)
}
