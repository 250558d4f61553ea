import { ticketOf } from '../account-lookup.ts'
import type { Intent, PlannedCall, Turn } from '../intent.ts'
import { paragraphs, say } from '../render/blocks.ts'
import { renderFailure } from '../render/outcome.ts'
import { passagesOf, quoteBestPassage, quotePassages } from '../render/passages.ts'
import { plainLine } from '../render/plain-text.ts'
import { dataOf, lastResult, stillWanted } from '../results.ts'
import { PassageData } from '../shapes.ts'

const searchTool = 'memory_search_similar_cases'
const longestQuery = 300

const politeness =
  /^(?:(?:bonjour|bonsoir|salut|hello|hi|hey)[\s,!.]+)?(?:(?:peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|can you|could you|please|svp|stp)\s+)?(?:me (?:dire|montrer|donner)\s+|tell me\s+)?/i

function plan(turn: Turn): PlannedCall[] {
  const ticketId = turn.slots.ticketIds?.[0]
  if (ticketId !== undefined) {
    const read = stillWanted(turn, [{ tool: 'glpi_get_ticket_details', arguments: { ticketId } }])
    if (read.length > 0) return read
  }
  if (lastResult(turn, searchTool)) return []
  const asked = turn.utterance.replace(politeness, '').replace(/\s+/g, ' ').trim()
  const query = (ticketOf(turn)?.title ?? asked).slice(0, longestQuery)
  return query.length < 2 ? [] : stillWanted(turn, [{ tool: searchTool, arguments: { query } }])
}

/** Quotes what the knowledge base gave for the question, or says that it holds nothing. */
export function renderKnowledge(turn: Turn): string {
  const result = lastResult(turn, searchTool)
  if (result && result.status !== 'ok') {
    return renderFailure(turn, say(turn, { fr: 'Base de connaissances', en: 'Knowledge base' }), result)
  }
  if (passagesOf(turn).length === 0) {
    return say(turn, {
      fr: "La base de connaissances ne contient rien qui corresponde. Essayez avec d'autres mots.",
      en: 'The knowledge base holds nothing that matches. Try other words.',
    })
  }
  const ticket = ticketOf(turn)
  const subject = ticket
    ? say(turn, { fr: ` pour « ${plainLine(ticket.title)} »`, en: ` for "${plainLine(ticket.title)}"` })
    : ''
  const isLexical = dataOf(result, PassageData)?.method === 'lexical'
  return paragraphs(
    say(turn, {
      fr: `Voici ce que dit la base de connaissances${subject} :`,
      en: `This is what the knowledge base says${subject}:`,
    }),
    quoteBestPassage(turn),
    passagesOf(turn).length > 1 && say(turn, { fr: 'À lire aussi :', en: 'See also:' }),
    quotePassages(turn, { skip: 1, count: 3, maxLength: 160 }),
    isLexical &&
      say(turn, {
        fr: '_Recherche par mots seulement : aucun modèle de sens n’est disponible._',
        en: '_Searched by words only: no embedding model is available._',
      }),
  )
}

/** A question how to do something, answered by quoting the knowledge base. */
export const howTo: Intent = {
  id: 'how-to',
  title: { fr: 'procédures et modes d’emploi', en: 'procedures and how-to questions' },
  example: { fr: 'Comment configurer Outlook ?', en: 'How do I configure Outlook?' },
  needs: [searchTool],
  takesWords: true,
  patterns: [
    { weight: 8.6, all: ['howTo'], without: ['document'] },
    { weight: 4, all: ['advice'], none: ['ticket'] },
    {
      weight: 3.2,
      all: ['trouble'],
      without: ['ticketIds', 'clientPhrase', 'hostnames'],
      none: ['tickets', 'port'],
    },
    { weight: 1.5, all: ['trouble'] },
  ],
  plan,
  render: renderKnowledge,
}

/** Cases like a ticket or a description, quoted from the knowledge base. */
export const similarCases: Intent = {
  id: 'similar-cases',
  title: { fr: 'cas similaires', en: 'similar cases' },
  example: { fr: 'Des cas similaires au ticket 1234 ?', en: 'Similar cases for ticket 1234' },
  needs: [searchTool],
  takesWords: true,
  carries: ['ticketIds'],
  patterns: [
    { weight: 8.7, all: ['similar'], slots: ['ticketIds'], without: ['document'], none: ['saveCase'] },
    { weight: 7, all: ['similar'], none: ['account', 'saveCase'] },
    { weight: 2, all: ['similar'] },
  ],
  plan,
  render: renderKnowledge,
}
