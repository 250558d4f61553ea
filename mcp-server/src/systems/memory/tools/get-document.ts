import { memoryGetDocument } from '@hub/contracts'
import { documentText, type KnowledgeContext, locateDocument, readDocument } from '@hub/knowledge'
import { defineReadTool } from '../../../tools/define-tool.ts'
import { cutText } from '../cut-text.ts'

/** `memory_get_document`: a document in full, in parts when it is long. */
export function getDocumentTool({ db }: KnowledgeContext) {
  return defineReadTool({
    descriptor: memoryGetDocument,
    async run({ document: reference, offset, limit }, { reader }) {
      const ctx = { db, ...(reader && { audience: reader }) }
      const document = await readDocument(ctx, await locateDocument(ctx, reference))
      const { id: documentId, title, path, kind, updatedAt, validUntil } = document
      const whole = documentText(document.chunks)
      const { part, nextOffset } = cutText(whole, { offset, limit })
      const marks = document.chunks.flatMap(({ headingPath, mark }) =>
        mark ? [{ ...mark, headingPath }] : [],
      )
      const rest = nextOffset === null ? 0 : whole.length - nextOffset
      return {
        data: {
          documentId,
          title,
          path,
          kind,
          updatedAt,
          ...(validUntil && { validUntil }),
          text: part,
          offset,
          totalLength: whole.length,
          nextOffset,
          ...(marks.length > 0 && { marks }),
        },
        summary:
          rest === 0
            ? { fr: `Document lu : ${title}.`, en: `Document read: ${title}.` }
            : {
                fr: `Document lu en partie : ${title}, il reste ${rest} caractères.`,
                en: `Document read in part: ${title}, ${rest} characters are left.`,
              },
      }
    },
  })
}
