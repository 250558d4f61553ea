import { KnowledgeMark, type MarkPassageInput } from '@hub/contracts'
import { api } from '../lib/api.ts'

/** Reports that a passage is wrong or outdated. Throws ApiError. */
export function markPassage(chunkId: string, input: MarkPassageInput): Promise<KnowledgeMark> {
  return api.post(`/api/knowledge/chunks/${encodeURIComponent(chunkId)}/marks`, KnowledgeMark, input)
}
