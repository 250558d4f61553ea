import type { Intent, PlannedCall, Turn } from '../intent.ts'
import { paragraphs, say } from '../render/blocks.ts'
import { renderApproval, renderFailure } from '../render/outcome.ts'
import { plainLine } from '../render/plain-text.ts'
import { dataOf, lastResult, stillWanted } from '../results.ts'
import { FollowupData } from '../shapes.ts'

const followupTool = 'glpi_add_followup'

const isPublic = ({ cues }: Turn) => cues.has('public') && !cues.has('notPublic')

function plan(turn: Turn): PlannedCall[] {
  const { ticketIds, body } = turn.slots
  const ticketId = ticketIds?.[0]
  if (ticketId === undefined || body === undefined || lastResult(turn, followupTool)) return []
  return stillWanted(turn, [
    { tool: followupTool, arguments: { ticketId, content: body, isPrivate: !isPublic(turn) } },
  ])
}

function render(turn: Turn): string {
  const ticketId = turn.slots.ticketIds?.[0]
  const { body } = turn.slots
  if (ticketId === undefined) {
    return say(turn, {
      fr: 'À quel ticket ajouter ce suivi (son numéro) ?',
      en: 'Which ticket is this followup for (its number)?',
    })
  }
  const kind = isPublic(turn)
    ? say(turn, { fr: 'public', en: 'public' })
    : say(turn, { fr: 'privé', en: 'private' })
  if (body === undefined) {
    return say(turn, {
      fr: `Quel est le texte du suivi pour le ticket n° ${ticketId} ?`,
      en: `What is the text of the followup for ticket #${ticketId}?`,
    })
  }
  const action = say(turn, {
    fr: `Ajout d'un suivi ${kind} au ticket n° ${ticketId}`,
    en: `Adding a ${kind} followup to ticket #${ticketId}`,
  })
  const result = lastResult(turn, followupTool)
  if (result?.status === 'approval_required') return renderApproval(turn, action, result)
  if (result?.status !== 'ok') return result ? renderFailure(turn, action, result) : ''
  const wasThere = dataOf(result, FollowupData)?.alreadyThere === true
  return paragraphs(
    wasThere
      ? say(turn, {
          fr: `Ce suivi est déjà dans le ticket n° ${ticketId}.`,
          en: `This followup is already in ticket #${ticketId}.`,
        })
      : say(turn, {
          fr: `Suivi ${kind} ajouté au ticket n° ${ticketId}.`,
          en: `A ${kind} followup was added to ticket #${ticketId}.`,
        }),
    `> ${plainLine(body, 300)}`,
  )
}

/** Adds a followup to a ticket, private unless said otherwise. */
export const ticketFollowup: Intent = {
  id: 'ticket-followup',
  title: { fr: "ajout d'un suivi privé à un ticket", en: 'adding a private followup to a ticket' },
  example: {
    fr: 'Ajoute un suivi au ticket 1234 : rappelé le client, en attente de son retour',
    en: 'Add a followup to ticket 1234: called the client, waiting for an answer',
  },
  needs: [followupTool],
  acts: true,
  carries: ['ticketIds'],
  asksFor: ['ticketIds', 'body'],
  patterns: [
    { weight: 12, all: ['followup'], slots: ['body'], none: ['howTo', 'negated', 'task', 'solution'] },
    { weight: 11, all: ['followup', 'add'], slots: ['ticketIds'], none: ['task', 'solution'] },
    { weight: 8, all: ['followup', 'add', 'ticket'] },
  ],
  plan,
  render,
}
