import { createHash } from 'node:crypto'
import { ValidationError } from '@hub/contracts'
import { documentText } from '../documents/document-text.ts'
import { chunkMarkdown } from '../ingest/chunk-markdown.ts'
import type { DocumentFile } from '../ingest/read-document-file.ts'

/** A solved case, its parts in plain text or Markdown. */
export interface SolvedCase {
  title: string
  problem: string
  cause: string
  solution: string
  /** The client it concerns alone. */
  client?: string | undefined
  /** GLPI ticket it comes from. */
  ticketId?: number | undefined
}

/** Where a case is stored: the same for the same words, whatever ticket they come from. */
export function casePath(solved: SolvedCase): string {
  return `case:${contentHash(solved).slice(0, 32)}`
}

/**
 * A case as a document, with where it comes from. One that names a client is for N1 and up, as client sheets are.
 * @throws ValidationError `knowledge.lost_text` when markup would not be kept
 */
export function caseDocument(solved: SolvedCase, recordedAt: Date): DocumentFile {
  const { title, client, ticketId } = solved
  const updated = recordedAt.toISOString().slice(0, 10)
  const origin = ticketId === undefined ? 'Cas' : `Ticket GLPI n° ${ticketId}, cas`
  const body = [
    ['Problème', solved.problem],
    ['Cause', solved.cause],
    ['Solution', solved.solution],
    ['Origine', `${origin} enregistré le ${updated}.`],
  ]
  const source = body.map(([heading, text]) => `## ${heading}\n\n${text}`).join('\n\n')
  const chunks = chunkMarkdown(source, title)
  assertKept(solved, documentText(chunks))
  return {
    path: casePath(solved),
    meta: { title, kind: 'case', client, audience: client === undefined ? 'N0' : 'N1', updated },
    chunks,
    contentHash: contentHash(solved),
  }
}

function contentHash({ title, problem, cause, solution, client }: SolvedCase): string {
  const parts = [title, problem, cause, solution, client ?? ''].map(plain)
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

const plain = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()

/** HTML, images and hidden links are not stored: what was in them must not vanish in silence. */
function assertKept({ problem, cause, solution }: SolvedCase, stored: string): void {
  const kept = letters(stored)
  const isLost = (line: string) => !kept.includes(letters(line))
  const fields = Object.entries({ problem, cause, solution }).filter(([, text]) =>
    text.split('\n').some(isLost),
  )
  if (fields.length === 0) return
  throw new ValidationError('Part of the text would be lost: write HTML and code between back quotes', {
    reason: 'knowledge.lost_text',
    fields: fields.map(([path]) => ({ path, message: 'holds markup that is not kept' })),
  })
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')
