import { memorySearchSimilarCases } from '@hub/contracts'
import { type KnowledgeContext, type KnowledgeSearch, noteGap } from '@hub/knowledge'
import { defineReadTool } from '../../../tools/define-tool.ts'

/** `memory_search_similar_cases`: passages of the knowledge base, numbered for citation. */
export function searchSimilarCasesTool({ db }: KnowledgeContext, search: KnowledgeSearch) {
  return defineReadTool({
    descriptor: memorySearchSimilarCases,
    async run({ query, limit }, ctx) {
      const found = await search({
        query,
        limit,
        signal: ctx.signal,
        ...(ctx.reader && { audience: ctx.reader }),
      })
      // What the Hub's own processes look for is no question that somebody had.
      if (ctx.reader) await noteGap(db, { query, found: found.found, audience: ctx.reader, now: ctx.now })
      const passages = found.passages.map((passage, index) => ({ ...passage, citation: index + 1 }))
      const count = passages.length
      return {
        data: { passages, method: found.method },
        summary: {
          fr:
            count === 0
              ? 'Aucun passage trouvé.'
              : `${count} passage${count > 1 ? 's' : ''} trouvé${count > 1 ? 's' : ''}.`,
          en: count === 0 ? 'No passage found.' : `${count} passage${count > 1 ? 's' : ''} found.`,
        },
      }
    },
  })
}
