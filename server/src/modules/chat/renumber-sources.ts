import { type ChatMessage, memorySearchSimilarCases } from '@hub/contracts'

/** Execution records keep the numbers of their own search; a message shows those of its sources. */
export function renumberForSources(message: ChatMessage): ChatMessage {
  const numbers = new Map(message.sources.map((source) => [source.chunkId, source.n]))
  const toolCalls = message.toolCalls.map((call) => {
    const found = memorySearchSimilarCases.output.safeParse(call.data)
    if (call.tool !== memorySearchSimilarCases.name || !found.success) return call
    const passages = found.data.passages.map((passage) => ({
      ...passage,
      citation: numbers.get(passage.chunkId) ?? passage.citation,
    }))
    return { ...call, data: { ...found.data, passages } }
  })
  return { ...message, toolCalls }
}
