import type { ChatEvent, ChatRequest, LlmProvider, ProviderCheck, ProviderId } from '../provider.ts'
import { type LlmErrorKind, LlmProviderError } from '../provider-error.ts'
import { streamFailure } from '../stream-failure.ts'
import { type Circuit, createCircuit } from './circuit.ts'

/** For each provider one model, or a table from the model (or mode) that is asked for to its own model name. */
export type ProviderModels = Partial<Record<ProviderId, string | Record<string, string>>>

export interface Fallback {
  from: ProviderId
  to: ProviderId
  kind: LlmErrorKind
}

export interface ChainListeners {
  /** The answer moves on to another provider, before anything was written. */
  onFallback?(fallback: Fallback): void
  /** A provider is asked; the last one told before the first event is the one that answers. */
  onProvider?(asked: { provider: ProviderId; model: string }): void
}

export interface ChainOptions extends ChainListeners {
  models: ProviderModels
  /** How long a provider that failed is left alone, in milliseconds. */
  coolingMs?: number
  now?: () => number
}

export interface ProviderChain {
  /** `request.model` names a model or a mode; see `ProviderModels`. Throws `LlmProviderError`. */
  chat(request: ChatRequest, listeners?: ChainListeners): AsyncIterable<ChatEvent>
  /** Every provider's own check, in order. */
  check(signal: AbortSignal): Promise<(ProviderCheck & { provider: ProviderId })[]>
}

interface Link {
  provider: LlmProvider
  circuit: Circuit
}

function modelOf(models: ProviderModels, provider: ProviderId, asked: string): string {
  const chosen = models[provider]
  return typeof chosen === 'object' ? (chosen[asked] ?? asked) : (chosen ?? asked)
}

const isOutput = ({ type }: ChatEvent) => type === 'delta' || type === 'tool_call'

/** Passes the events of one provider; a failure before any output is returned, a later one is thrown. */
async function* tryLink(
  { provider, circuit }: Link,
  request: ChatRequest,
): AsyncGenerator<ChatEvent, LlmProviderError | undefined> {
  let hasOutput = false
  try {
    for await (const event of provider.chat(request)) {
      hasOutput ||= isOutput(event)
      yield event
    }
    circuit.succeeded()
    return undefined
  } catch (error) {
    const failure = streamFailure(provider.id, error, [])
    circuit.failed(failure)
    if (hasOutput || failure.kind === 'aborted' || request.signal.aborted) throw failure
    return failure
  }
}

/** Links to ask in order: those that failed lately are left out, unless that leaves nobody. */
function reachable(links: Link[]): Link[] {
  const warm = links.filter(({ circuit }) => circuit.coolingAfter() === undefined)
  return warm.length > 0 ? warm : links
}

async function* chatThrough(
  links: Link[],
  request: ChatRequest,
  { models, onFallback, onProvider }: ChainListeners & { models: ProviderModels },
): AsyncGenerator<ChatEvent> {
  const asked = reachable(links)
  const first = links[0]
  const skippedAs = first?.circuit.coolingAfter()
  if (first && asked[0] && asked[0] !== first && skippedAs) {
    onFallback?.({ from: first.provider.id, to: asked[0].provider.id, kind: skippedAs })
  }
  for (const [rank, link] of asked.entries()) {
    const { id } = link.provider
    const model = modelOf(models, id, request.model)
    onProvider?.({ provider: id, model })
    const failure = yield* tryLink(link, { ...request, model })
    if (!failure) return
    const next = asked[rank + 1]
    if (!next) throw failure
    onFallback?.({ from: id, to: next.provider.id, kind: failure.kind })
  }
}

/**
 * Several providers as one: the next is asked when one fails before it wrote anything. A failure after output is
 * thrown, a stop by the caller is never retried, and a provider that failed is left alone for `coolingMs` (30 s).
 */
export function createProviderChain(
  providers: LlmProvider[],
  { models, coolingMs = 30_000, now = Date.now, ...listeners }: ChainOptions,
): ProviderChain {
  const [first] = providers
  if (!first)
    throw new LlmProviderError({ provider: 'builtin', kind: 'bad_request', message: 'No provider is set.' })
  const links = providers.map((provider) => ({ provider, circuit: createCircuit(coolingMs, now) }))
  return {
    chat: (request, own = {}) =>
      chatThrough(links, request, {
        models,
        onFallback: (fallback) => {
          listeners.onFallback?.(fallback)
          own.onFallback?.(fallback)
        },
        onProvider: (asked) => {
          listeners.onProvider?.(asked)
          own.onProvider?.(asked)
        },
      }),
    check: (signal) =>
      Promise.all(
        providers.map(async (provider) => ({ provider: provider.id, ...(await provider.check(signal)) })),
      ),
  }
}
