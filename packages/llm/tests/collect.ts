import { type ChatEvent, type ChatRequest, type LlmProvider, LlmProviderError } from '../src/index.ts'

export const ticketTool = {
  name: 'glpi_get_ticket_details',
  description: 'Reads a ticket',
  parameters: { type: 'object', properties: { ticketId: { type: 'integer' } }, required: ['ticketId'] },
}

/** A request with sensible defaults. */
export function requestOf(over: Partial<ChatRequest> = {}): ChatRequest {
  return {
    model: 'qwen3',
    messages: [{ role: 'user', content: 'Bonjour' }],
    tools: [],
    locale: 'fr',
    signal: new AbortController().signal,
    ...over,
  }
}

export interface Collected {
  events: ChatEvent[]
  text: string
  error: LlmProviderError | undefined
}

/** Reads a chat to its end or to its failure, which must be one of ours. */
export async function collect(source: AsyncIterable<ChatEvent>): Promise<Collected> {
  const events: ChatEvent[] = []
  const textOf = () => events.flatMap((event) => (event.type === 'delta' ? [event.text] : [])).join('')
  try {
    for await (const event of source) events.push(event)
    return { events, text: textOf(), error: undefined }
  } catch (error) {
    if (!(error instanceof LlmProviderError)) throw error
    return { events, text: textOf(), error }
  }
}

/** One chat of a provider, collected. */
export const chatOf = (provider: LlmProvider, over: Partial<ChatRequest> = {}) =>
  collect(provider.chat(requestOf(over)))
