import { documentAt } from '../documents/stored-document.store.ts'
import { saveDocument } from '../ingest/save-document.store.ts'
import type { KnowledgeContext } from '../search/create-knowledge-search.ts'
import { caseDocument, type SolvedCase } from './case-document.ts'

/** A case as it stands in the base. */
export interface AddedCase {
  documentId: string
  path: string
  alreadyThere: boolean
}

/**
 * Stores a solved case, found by searches as soon as this returns; the very same case is stored once.
 * @throws ValidationError `knowledge.lost_text`; errors of the database
 */
export async function addCase(
  { db, now }: KnowledgeContext & { now: Date },
  solved: SolvedCase,
): Promise<AddedCase> {
  const file = caseDocument(solved, now)
  const before = await documentAt(db, file.path)
  if (before !== undefined) return { documentId: before, path: file.path, alreadyThere: true }
  const saved = await saveDocument({ db }, file)
  const documentId = await documentAt(db, file.path)
  if (documentId === undefined) throw new Error(`${file.path} was deleted while it was stored`)
  return { documentId, path: file.path, alreadyThere: saved !== 'added' }
}
