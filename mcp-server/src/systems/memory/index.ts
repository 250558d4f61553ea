import type { KnowledgeSearch } from '@hub/knowledge'
import type { Tool } from '../../tools/define-tool.ts'
import { searchSimilarCasesTool } from './tools/search-similar-cases.ts'

export function createMemoryTools(search: KnowledgeSearch): Tool[] {
  return [searchSimilarCasesTool(search)]
}
