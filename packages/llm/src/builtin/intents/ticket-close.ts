import { ticketOf, ticketProblem } from '../account-lookup.ts'
import type { Intent, PlannedCall, Turn } from '../intent.ts'
import { say } from '../render/blocks.ts'
import { renderApproval, renderFailure } from '../render/outcome.ts'
import { plainLine } from '../render/plain-text.ts'
import { ticketStatus } from '../render/ticket.ts'
import { dataOf, lastResult, stillWanted } from '../results.ts'
import { CloseData } from '../shapes.ts'

const closeTool = 'glpi_close_ticket'

function plan(turn: Turn): PlannedCall[] {
  const ticketId = turn.slots.ticketIds?.[0]
  if (ticketId === undefined || lastResult(turn, closeTool)) return []
  const read = stillWanted(turn, [{ tool: 'glpi_get_ticket_details', arguments: { ticketId } }])
  if (read.length > 0) return read
  if (ticketProblem(turn) || ticketOf(turn)?.status === 'closed') return []
  return stillWanted(turn, [{ tool: closeTool, arguments: { ticketId } }])
}

function render(turn: Turn): string {
  const [ticketId, ...others] = turn.slots.ticketIds ?? []
  if (ticketId === undefined) {
    return say(turn, {
      fr: 'Quel ticket faut-il clore (son numéro) ?',
      en: 'Which ticket should be closed (its number)?',
    })
  }
  const title = ticketOf(turn)?.title
  const label =
    say(turn, { fr: `ticket n° ${ticketId}`, en: `ticket #${ticketId}` }) +
    (title ? ` (${plainLine(title)})` : '')
  const result = lastResult(turn, closeTool)
  if (!result) {
    return (
      ticketProblem(turn) ??
      say(turn, { fr: `Le ${label} est déjà clos.`, en: `The ${label} is already closed.` })
    )
  }
  const action = say(turn, { fr: `Clôture du ${label}`, en: `Closing ${label}` })
  const rest =
    others.length > 0
      ? say(turn, {
          fr: '\n\nUn seul ticket à la fois : redemandez pour les autres.',
          en: '\n\nOne ticket at a time: ask again for the others.',
        })
      : ''
  if (result.status === 'approval_required') return renderApproval(turn, action, result) + rest
  if (result.status !== 'ok') return renderFailure(turn, action, result)
  const status = ticketStatus(turn, dataOf(result, CloseData)?.status)
  return (
    say(turn, {
      fr: `Le ${label} a été traité${status ? `, statut : ${status}` : ''}.`,
      en: `The ${label} was processed${status ? `, status: ${status}` : ''}.`,
    }) + rest
  )
}

/** Asks to close a ticket after reading it; a person decides. */
export const ticketClose: Intent = {
  id: 'ticket-close',
  title: { fr: "clôture d'un ticket (soumise à approbation)", en: 'closing a ticket (needs an approval)' },
  example: { fr: 'Clos le ticket 1234', en: 'Close ticket 1234' },
  needs: [closeTool],
  acts: true,
  carries: ['ticketIds'],
  asksFor: ['ticketIds'],
  patterns: [
    { weight: 9, all: ['close'], slots: ['ticketIds'] },
    { weight: 8, all: ['close', 'ticket'] },
  ],
  plan,
  render,
}
