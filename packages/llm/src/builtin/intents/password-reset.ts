import { accountOf, accountProblem, ticketOf, ticketProblem } from '../account-lookup.ts'
import type { Intent, PlannedCall, Turn } from '../intent.ts'
import { accountCautions, accountName } from '../render/account.ts'
import { paragraphs, say } from '../render/blocks.ts'
import { renderApproval, renderFailure } from '../render/outcome.ts'
import { plainLine } from '../render/plain-text.ts'
import { lastResult, stillWanted } from '../results.ts'
import { namedPerson } from '../subjects/person.ts'

const resetTool = 'ad_reset_password'

function reads({ slots }: Turn): PlannedCall[] {
  const ticketId = slots.ticketIds?.[0]
  return [
    { tool: 'ad_check_user', arguments: { login: slots.login } },
    ...(ticketId === undefined ? [] : [{ tool: 'glpi_get_ticket_details', arguments: { ticketId } }]),
  ]
}

function plan(turn: Turn): PlannedCall[] {
  const { login, ticketIds } = turn.slots
  const person = namedPerson(turn, { acts: true })
  if (lastResult(turn, resetTool) || person.state === 'told') return []
  if (person.state === 'wanted') return stillWanted(turn, person.calls)
  const missing = stillWanted(turn, reads(turn))
  if (missing.length > 0) return missing
  if (accountProblem(turn) || ticketProblem(turn)) return []
  const ticketId = ticketIds?.[0]
  return stillWanted(turn, [
    {
      tool: resetTool,
      arguments: { login, ...(ticketId !== undefined && { ticketId }), mustChangeAtNextLogon: true },
    },
  ])
}

function ticketLine(turn: Turn): string {
  const ticket = ticketOf(turn)
  if (ticket) {
    return say(turn, {
      fr: `Ticket n° ${ticket.id} : ${plainLine(ticket.title)}${ticket.clientName ? ` (${plainLine(ticket.clientName)})` : ''}.`,
      en: `Ticket #${ticket.id}: ${plainLine(ticket.title)}${ticket.clientName ? ` (${plainLine(ticket.clientName)})` : ''}.`,
    })
  }
  if (turn.slots.ticketIds) return ''
  return say(turn, {
    fr: "Aucun numéro de ticket n'a été donné : la demande n'est rattachée à aucun ticket.",
    en: 'No ticket number was given: the request is not linked to any ticket.',
  })
}

function render(turn: Turn): string {
  const person = namedPerson(turn, { acts: true })
  if (person.state === 'told') return person.text
  const account = accountOf(turn)
  const problem = accountProblem(turn) ?? ticketProblem(turn)
  const result = lastResult(turn, resetTool)
  if (!account || problem || !result) return problem ?? ''
  const name = accountName(account)
  const action = say(turn, {
    fr: `Réinitialisation du mot de passe de ${name}`,
    en: `Password reset of ${name}`,
  })
  if (result.status === 'approval_required') {
    return paragraphs(renderApproval(turn, action, result), accountCautions(turn, account), ticketLine(turn))
  }
  if (result.status !== 'ok') return renderFailure(turn, action, result)
  return paragraphs(
    say(turn, {
      fr: `Le mot de passe de ${name} a été réinitialisé ; il devra être changé à la prochaine connexion.`,
      en: `The password of ${name} was reset; it must be changed at the next sign-in.`,
    }),
    accountCautions(turn, account),
    ticketLine(turn),
  )
}

/** Asks for a password reset after reading the account and the ticket; a person decides. */
export const passwordReset: Intent = {
  id: 'password-reset',
  title: {
    fr: 'réinitialisation de mot de passe (soumise à approbation)',
    en: 'password reset (needs an approval)',
  },
  example: {
    fr: 'Réinitialise le mot de passe de jean.dupont, ticket 1234',
    en: 'Reset the password of jean.dupont for ticket 1234',
  },
  needs: ['ad_check_user', resetTool],
  acts: true,
  carries: ['login', 'personName', 'ticketIds'],
  asksFor: ['login'],
  patterns: [
    { weight: 10, all: ['reset', 'password'] },
    { weight: 10, all: ['reset'], slots: ['login'] },
    {
      weight: 10,
      all: ['reset'],
      slots: ['personName'],
      without: ['hostnames', 'deviceKind'],
      none: ['port'],
    },
  ],
  plan,
  render,
}
