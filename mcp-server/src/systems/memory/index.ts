import { createKnowledgeSearch, type KnowledgeContext } from '@hub/knowledge'
import type { Tool } from '../../tools/define-tool.ts'
import { addCaseTool } from './tools/add-case.ts'
import { deleteDocumentTool } from './tools/delete-document.ts'
import { getDocumentTool } from './tools/get-document.ts'
import { searchSimilarCasesTool } from './tools/search-similar-cases.ts'

export function createMemoryTools(knowledge: KnowledgeContext): Tool[] {
  return [
    searchSimilarCasesTool(knowledge, createKnowledgeSearch(knowledge)),
    getDocumentTool(knowledge),
    addCaseTool(knowledge),
    deleteDocumentTool(knowledge),
  ]
}
