import type { ChatEvent, ChatRequest, LlmProvider, ModelFacts } from '../provider.ts'
import type { LlmProviderError } from '../provider-error.ts'
import { streamFailure } from '../stream-failure.ts'
import { answerLength, usageEvent } from '../token-estimate.ts'
import { type Circuit, isIllness } from './circuit.ts'
import type { FactsBook } from './facts-book.ts'
import type { ProviderRecord } from './provider-record.ts'

/** A provider with what this process knows of it. */
export interface Link {
  provider: LlmProvider
  circuit: Circuit
  record: ProviderRecord
  facts: FactsBook
}

const isOutput = ({ type }: ChatEvent) => type === 'delta' || type === 'tool_call'

/**
 * Passes the events of one provider; a failure before any output is returned, a later one is thrown. What a cut
 * answer has spent is told as an estimate.
 */
export async function* askLink(
  link: Link,
  request: ChatRequest,
): AsyncGenerator<ChatEvent, LlmProviderError | undefined> {
  const { provider, circuit, record } = link
  const startedAt = performance.now()
  let chars = 0
  let hasOutput = false
  let isCounted = false
  record.called()
  try {
    for await (const event of provider.chat(request)) {
      if (!hasOutput && isOutput(event)) {
        hasOutput = true
        record.firstOutput(performance.now() - startedAt)
      }
      chars += answerLength(event)
      isCounted ||= event.type === 'usage'
      yield event
    }
    circuit.succeeded()
    record.isUp()
    return undefined
  } catch (error) {
    const failure = streamFailure(provider.id, error, [])
    circuit.failed(failure)
    record.failed(failure, isIllness(failure.kind))
    if (hasOutput && !isCounted && provider.id !== 'builtin') yield usageEvent(request.messages, chars, {})
    if (hasOutput || failure.kind === 'aborted' || request.signal.aborted) throw failure
    return failure
  }
}

/** Links to ask in order: those that failed lately are left out, unless that leaves nobody. */
export function reachable(links: Link[]): Link[] {
  const warm = links.filter(({ circuit }) => circuit.coolingAfter() === undefined)
  return warm.length > 0 ? warm : links
}

/** The request as this model can take it. */
export function withoutTools(request: ChatRequest, facts: ModelFacts): ChatRequest | undefined {
  return request.tools.length > 0 && facts.canCallTools === false ? { ...request, tools: [] } : undefined
}
