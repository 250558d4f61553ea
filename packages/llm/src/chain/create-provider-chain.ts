import type { LlmErrorKind } from '../error-kind.ts'
import type {
  ChatEvent,
  ChatRequest,
  LlmProvider,
  ModelFacts,
  ProviderCheck,
  ProviderId,
} from '../provider.ts'
import { LlmProviderError } from '../provider-error.ts'
import { checkLink } from './check-link.ts'
import { createCircuit } from './circuit.ts'
import { createFactsBook } from './facts-book.ts'
import { askLink, type Link, reachable, withoutTools } from './link.ts'
import { createProviderRecord } from './provider-record.ts'
import { type ProviderReport, reportOf } from './report.ts'
import { type ProviderTrial, tryProvider } from './try-provider.ts'

/** For each provider one model, or a table from the model (or mode) that is asked for to its own model name. */
export type ProviderModels = Partial<Record<ProviderId, string | Record<string, string>>>

export interface Fallback {
  from: ProviderId
  to: ProviderId
  kind: LlmErrorKind
}

export interface AskedModel {
  provider: ProviderId
  model: string
}

export interface ChainListeners {
  /** The answer moves on to another provider, before anything was written. */
  onFallback?(fallback: Fallback): void
  /** A provider is asked; the last one told before the first event is the one that answers. */
  onProvider?(asked: AskedModel): void
  /** The model cannot call tools: it is asked without. Told before `onProvider`. */
  onWithoutTools?(asked: AskedModel): void
  /** Makes the request fit the model that is asked, e.g. its context. */
  fit?(request: ChatRequest, facts: ModelFacts): ChatRequest
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
  /** Every provider's own check, in order; one that fails is left alone for a while. Learns facts of the models. */
  check(signal: AbortSignal): Promise<(ProviderCheck & { provider: ProviderId })[]>
  /** What this process knows of each provider, in order, for the models or modes `asked`. */
  report(asked: string[]): ProviderReport[]
  /** Who would be asked first now. */
  answering(): ProviderId
  /** Asks one provider a tiny question, whatever is known of it; undefined when it is none of the chain. */
  tryOut(provider: string, asked: { model: string; signal: AbortSignal }): Promise<ProviderTrial> | undefined
}

function modelOf(models: ProviderModels, provider: ProviderId, asked: string): string {
  const chosen = models[provider]
  return typeof chosen === 'object' ? (chosen[asked] ?? asked) : (chosen ?? asked)
}

function namedModels(models: ProviderModels, provider: ProviderId): string[] {
  const chosen = models[provider]
  if (chosen === undefined) return []
  return typeof chosen === 'object' ? [...new Set(Object.values(chosen))] : [chosen]
}

type Asking = ChainListeners & { models: ProviderModels }

/** Asks one link, without tools where its model cannot call any. @returns why it could not answer */
async function* askOne(
  link: Link,
  given: ChatRequest,
  listeners: ChainListeners,
): AsyncGenerator<ChatEvent, LlmProviderError | undefined> {
  const { provider, facts: book } = link
  const asked = { provider: provider.id, model: given.model }
  const facts = await book.factsOf(given.model, given.signal)
  const fit = (request: ChatRequest) => listeners.fit?.(request, facts) ?? request
  const bare = withoutTools(given, facts)
  if (bare) listeners.onWithoutTools?.(asked)
  listeners.onProvider?.(asked)
  const failure = yield* askLink(link, fit(bare ?? given))
  if (failure?.kind !== 'tools_unsupported' || given.tools.length === 0) return failure
  book.learnNoTools(given.model)
  listeners.onWithoutTools?.(asked)
  listeners.onProvider?.(asked)
  return yield* askLink(link, fit({ ...given, tools: [] }))
}

async function* chatThrough(
  links: Link[],
  request: ChatRequest,
  { models, ...listeners }: Asking,
): AsyncGenerator<ChatEvent> {
  const asked = reachable(links)
  const first = links[0]
  const skippedAs = first?.circuit.coolingAfter()
  if (first && asked[0] && asked[0] !== first && skippedAs) {
    listeners.onFallback?.({ from: first.provider.id, to: asked[0].provider.id, kind: skippedAs })
  }
  for (const [rank, link] of asked.entries()) {
    const { id } = link.provider
    const failure = yield* askOne(link, { ...request, model: modelOf(models, id, request.model) }, listeners)
    if (!failure) return
    const next = asked[rank + 1]
    if (!next) throw failure
    listeners.onFallback?.({ from: id, to: next.provider.id, kind: failure.kind })
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
  const links = providers.map(
    (provider): Link => ({
      provider,
      circuit: createCircuit(coolingMs, now),
      record: createProviderRecord(now),
      facts: createFactsBook(provider, namedModels(models, provider.id), now),
    }),
  )
  return {
    chat: (request, own = {}) => chatThrough(links, request, { models, ...both(listeners, own) }),
    check: (signal) => Promise.all(links.map((link) => checkLink(link, signal))),
    report: (asked) =>
      links.map((link) => reportOf(link, (name) => modelOf(models, link.provider.id, name), asked)),
    answering: () => (reachable(links)[0]?.provider ?? first).id,
    tryOut(id, { model, signal }) {
      const link = links.find(({ provider }) => provider.id === id)
      return link && tryProvider(link, { model: modelOf(models, link.provider.id, model), signal })
    },
  }
}

/** Listeners of the chain and of one call as one; the call's own `fit` counts. */
function both(shared: ChainListeners, own: ChainListeners): ChainListeners {
  const fit = own.fit ?? shared.fit
  return {
    onFallback(fallback) {
      shared.onFallback?.(fallback)
      own.onFallback?.(fallback)
    },
    onProvider(asked) {
      shared.onProvider?.(asked)
      own.onProvider?.(asked)
    },
    onWithoutTools(asked) {
      shared.onWithoutTools?.(asked)
      own.onWithoutTools?.(asked)
    },
    ...(fit && { fit }),
  }
}
