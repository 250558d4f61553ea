import { defineAction } from '../define-action.ts'
import type { Intent, Pattern, Turn } from '../intent.ts'
import { paragraphs, say } from '../render/blocks.ts'
import { plainLine } from '../render/plain-text.ts'
import { andThen, known, type Resolution, told } from '../resolution.ts'
import { namedTicket } from '../subjects/ticket.ts'

interface TicketText {
  ticketId: number
  text: string
}

interface TextAction {
  id: string
  title: Intent['title']
  example: Intent['example']
  patterns: Pattern[]
  tool: string
  /** "the task", with its article. */
  noun: { fr: string; en: string }
  arguments(given: TicketText, turn: Turn): Record<string, unknown>
}

function textFor(turn: Turn, noun: TextAction['noun']): Resolution<TicketText> {
  return andThen(namedTicket(turn), (ticketId) =>
    turn.slots.body === undefined
      ? told(
          say(turn, {
            fr: `Quel est le texte de ${noun.fr} pour le ticket n° ${ticketId} ?`,
            en: `What is the text of ${noun.en} for ticket #${ticketId}?`,
          }),
        )
      : known({ ticketId, text: turn.slots.body }),
  )
}

/** An action that writes a text of the person into a ticket. */
function writeInTicket({ noun, arguments: argumentsOf, ...action }: TextAction): Intent {
  const label = (turn: Turn, { ticketId }: TicketText) =>
    say(turn, {
      fr: `Ajout de ${noun.fr} au ticket n° ${ticketId}`,
      en: `Adding ${noun.en} to ticket #${ticketId}`,
    })
  return defineAction<TicketText>({
    ...action,
    needs: [action.tool],
    carries: ['ticketIds'],
    asksFor: ['ticketIds', 'body'],
    subject: (turn) => textFor(turn, noun),
    arguments: (turn, given) => argumentsOf(given, turn),
    label,
    done: (turn, given) =>
      paragraphs(
        say(turn, { fr: `${label(turn, given)} : fait.`, en: `${label(turn, given)}: done.` }),
        `> ${plainLine(given.text, 300)}`,
      ),
  })
}

/** Adds a task to a ticket, seen by technicians only. */
export const ticketTask = writeInTicket({
  id: 'ticket-task',
  title: { fr: 'ajout d’une tâche', en: 'adding a task' },
  example: {
    fr: 'Ajoute une tâche au ticket 1234 : passer sur site',
    en: 'Add a task to ticket 1234: go on site',
  },
  patterns: [
    { weight: 12.5, all: ['task'], slots: ['body'], none: ['howTo', 'negated'] },
    { weight: 11.5, all: ['task', 'add'], none: ['howTo'] },
    { weight: 11.5, all: ['task', 'create'], none: ['howTo'] },
  ],
  tool: 'glpi_add_task',
  noun: { fr: 'la tâche', en: 'the task' },
  arguments: ({ ticketId, text }) => ({ ticketId, content: text }),
})

/** Asks to record the solution of a ticket; a person decides. */
export const ticketSolution = writeInTicket({
  id: 'ticket-solution',
  title: {
    fr: 'solution d’un ticket (soumise à approbation)',
    en: 'solution of a ticket (needs an approval)',
  },
  example: { fr: 'Résous le ticket 1234 : câble remplacé', en: 'Solve ticket 1234: replaced the cable' },
  patterns: [
    { weight: 12, all: ['solve'], slots: ['ticketIds'], none: ['similar'] },
    { weight: 12, all: ['solution'], slots: ['ticketIds', 'body'], none: ['howTo', 'negated', 'similar'] },
    { weight: 9, all: ['solve', 'ticket'], without: ['hostnames'], none: ['similar'] },
  ],
  tool: 'glpi_add_solution',
  noun: { fr: 'la solution', en: 'the solution' },
  arguments: ({ ticketId, text }) => ({ ticketId, solution: text }),
})
