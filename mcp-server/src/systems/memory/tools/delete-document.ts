import { ConflictError, memoryDeleteDocument } from '@hub/contracts'
import {
  deleteDocument,
  isFromFolder,
  type KnowledgeContext,
  locateDocument,
  type StoredDocument,
  storedDocument,
} from '@hub/knowledge'
import { defineEffectTool, type ToolContext } from '../../../tools/define-tool.ts'
import { assertTarget } from '../assert-target.ts'
import { deletionPreview } from '../deletion-preview.ts'

/** `memory_delete_document`: deletes a recorded case with its passages. */
export function deleteDocumentTool({ db }: KnowledgeContext) {
  /** The processes of the Hub, which carry out what was approved, have no accreditation and see every case. */
  const find = async (reference: string, { reader = 'N4' }: ToolContext): Promise<StoredDocument> => {
    const stored = await storedDocument(db, await locateDocument({ db, audience: reader }, reference))
    if (stored === undefined) throw changed()
    assertDeletable(stored)
    return stored
  }
  return defineEffectTool({
    descriptor: memoryDeleteDocument,
    reversible: false,
    async target({ document }, ctx) {
      const stored = await find(document, ctx)
      const { title, path, clientName } = stored
      return {
        system: 'memory',
        kind: 'document',
        id: identityOf(stored),
        name: title,
        attributes: { path, clientName },
      }
    },
    async preview({ document }, ctx) {
      const stored = await find(document, ctx)
      if (ctx.target) assertTarget(ctx, identityOf(stored))
      return deletionPreview(db, stored)
    },
    async run({ document }, ctx) {
      const stored = await find(document, ctx)
      const { id: documentId, title, path, passages } = stored
      assertTarget(ctx, identityOf(stored))
      if (!(await deleteDocument(db, stored))) throw changed()
      return {
        data: { documentId, title, path, passages },
        summary: { fr: `Cas supprimé : ${title}.`, en: `Case deleted: ${title}.` },
      }
    },
    async verify(_args, { data }) {
      return (await storedDocument(db, data.documentId)) === undefined
        ? {
            status: 'verified',
            detail: { fr: 'Le cas n’est plus dans la base.', en: 'The case is gone from the base.' },
          }
        : {
            status: 'mismatch',
            detail: { fr: 'Le cas est encore dans la base.', en: 'The case is still in the base.' },
          }
    },
    async reconcile(_args, _startedAt, { target }) {
      const [documentId] = target?.id.split(':') ?? []
      if (documentId === undefined) return 'unknown'
      return (await storedDocument(db, documentId)) === undefined ? 'yes' : 'no'
    },
  })
}

/** With the text in it: a yes to a case is no yes to another text under the same id. */
const identityOf = ({ id, contentHash }: StoredDocument) => `${id}:${contentHash.slice(0, 32)}`

function assertDeletable(stored: StoredDocument): void {
  const { kind, title } = stored
  if (isFromFolder(stored))
    throw new ConflictError(
      `${title} is a file of the documents folder: deleted here it would come back at the next ingestion, remove the file`,
      { reason: 'memory.in_folder', params: { title } },
    )
  if (kind !== 'case')
    throw new ConflictError(`${title} is not a recorded case: only those can be deleted`, {
      reason: 'memory.not_a_case',
      params: { title },
    })
}

function changed(): ConflictError {
  return new ConflictError('The document changed or is gone since it was read; nothing was deleted', {
    reason: 'memory.target_changed',
  })
}
