import { defineAction } from '../define-action.ts'
import { defineRead } from '../define-read.ts'
import type { Turn } from '../intent.ts'
import { paragraphs, say } from '../render/blocks.ts'
import { renderMissing } from '../render/listing.ts'
import { plainLine } from '../render/plain-text.ts'
import { known, told } from '../resolution.ts'
import { dataOf, lastResult } from '../results.ts'
import { DocumentData } from '../shapes.ts'
import { linkedTicket } from '../subjects/ticket.ts'

const readTool = 'memory_get_document'
const longestQuote = 3_000

/** Opens one document of the knowledge base by its path or id. */
export const documentOpen = defineRead<string>({
  id: 'document-open',
  title: { fr: 'ouverture d’un document', en: 'opening a document' },
  example: { fr: 'Ouvre le document procedures/acces-vpn.md', en: 'Open document procedures/acces-vpn.md' },
  needs: [readTool],
  patterns: [{ weight: 8, any: ['open', 'show', 'document'], slots: ['document'] }],
  subject: ({ slots: { document = '' } }) => known(document),
  calls: (_turn, document) => [{ tool: readTool, arguments: { document } }],
  tell(turn, document) {
    const data = dataOf(lastResult(turn, readTool), DocumentData)
    if (!data) return renderMissing(turn, readTool, { fr: plainLine(document), en: plainLine(document) })
    const lines = data.text.slice(0, longestQuote).split('\n')
    const isCut = data.text.length > longestQuote || typeof data.nextOffset === 'number'
    return paragraphs(
      `**${plainLine(data.title)}**`,
      lines.map((line) => `> ${plainLine(line, 500)}`).join('\n'),
      isCut && say(turn, { fr: 'La suite est dans le document.', en: 'The rest is in the document.' }),
    )
  },
})

interface Case {
  title: string
  problem: string
  cause: string
  solution: string
}

const labels: Record<keyof Case, string> = {
  title: 'titre|title',
  problem: 'probl[èe]me|problem|sympt[ôo]me',
  cause: 'causes?',
  solution: 'solution|r[ée]solution|fix',
}
const everyLabel = Object.values(labels).join('|')

function partOf(text: string, label: string): string {
  const part = new RegExp(`(?:${label})\\s*:\\s*([\\s\\S]*?)(?=[\\s.;,]*(?:(?:${everyLabel})\\s*:|$))`, 'iu')
  return (
    part
      .exec(text)?.[1]
      ?.trim()
      .replace(/[.;,]+$/, '') ?? ''
  )
}

function caseOf({ slots: { body = '' } }: Turn): Case | undefined {
  const [title, problem] = [partOf(body, labels.title), partOf(body, labels.problem)]
  const [cause, solution] = [partOf(body, labels.cause), partOf(body, labels.solution)]
  const isWhole = [title, problem, cause, solution].every((part) => part.length >= 5)
  return isWhole ? { title, problem, cause, solution } : undefined
}

const saveTool = 'memory_add_case'

/** Records a solved case with the very words that were given. */
export const caseSave = defineAction<Case>({
  id: 'case-save',
  title: { fr: 'enregistrement d’un cas résolu', en: 'recording a solved case' },
  example: {
    fr: 'Enregistre un cas : Titre : Scanner muet. Problème : ne répond plus. Cause : carte éteinte. Solution : la rallumer.',
    en: 'Save a case: Title: Silent scanner. Problem: no answer. Cause: card is off. Solution: turn it on.',
  },
  needs: [saveTool],
  carries: ['ticketIds'],
  asksFor: ['body'],
  patterns: [{ weight: 12.6, all: ['saveCase'] }],
  tool: saveTool,
  subject(turn) {
    const found = caseOf(turn)
    if (found) return known(found)
    return told(
      say(turn, {
        fr: 'Écrivez-le ainsi : « enregistre un cas : Titre : ... Problème : ... Cause : ... Solution : ... », sans nom de personne ni mot de passe. Quel est ce cas ?',
        en: 'Write it like this: "save a case: Title: ... Problem: ... Cause: ... Solution: ...", without names of people or passwords. What is the case?',
      }),
    )
  },
  arguments: (turn, found) => ({ ...found, ...linkedTicket(turn) }),
  label: (turn, { title }) =>
    say(turn, {
      fr: `Enregistrement du cas « ${plainLine(title)} »`,
      en: `Recording the case "${plainLine(title)}"`,
    }),
  done: (turn, { title }) =>
    say(turn, {
      fr: `Le cas « ${plainLine(title)} » est dans la base de connaissances.`,
      en: `The case "${plainLine(title)}" is in the knowledge base.`,
    }),
})
