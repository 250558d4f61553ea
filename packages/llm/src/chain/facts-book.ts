import { setTimeout as wait } from 'node:timers/promises'
import type { LlmProvider, ModelFacts } from '../provider.ts'

/** How long facts are taken for true, and how long nobody asks again after a failure, in milliseconds. */
const freshMs = 600_000
const retryMs = 30_000
/** The longest a question waits for the facts of a model that nobody has asked about yet. */
const longestWaitMs = 1_000

const unknown: ModelFacts = { isInstalled: true, canCallTools: null, contextTokens: null }

/** What is known of the models of one provider. */
export interface FactsBook {
  /** At once when known, else within a second; never throws. */
  factsOf(model: string, signal: AbortSignal): Promise<ModelFacts>
  /** What is known now; undefined before the server was asked. */
  known(model: string): ModelFacts | undefined
  /** Asks the server when what is known is old. Never throws. */
  refresh(signal: AbortSignal): Promise<void>
  /** The server refused tools for this model. */
  learnNoTools(model: string): void
}

export function createFactsBook(provider: LlmProvider, models: string[], now: () => number): FactsBook {
  const facts = new Map<string, ModelFacts>()
  let dueAt = 0
  let asking: Promise<void> | undefined
  const ask = async (signal: AbortSignal) => {
    const found = await provider.describe?.(models, signal).catch(() => undefined) // unknown is an answer too
    dueAt = now() + (found ? freshMs : retryMs)
    for (const [model, fact] of found ?? []) facts.set(model, fact)
  }
  const refresh = (signal: AbortSignal) => {
    if (!provider.describe || now() < dueAt) return asking ?? Promise.resolve()
    asking ??= ask(signal).finally(() => {
      asking = undefined
    })
    return asking
  }
  return {
    known: (model) => facts.get(model),
    refresh,
    async factsOf(model, signal) {
      const first = facts.get(model)
      if (first) return first
      const over = new AbortController()
      await Promise.race([refresh(signal), wait(longestWaitMs, undefined, { signal: over.signal })])
      over.abort()
      return facts.get(model) ?? unknown
    },
    learnNoTools: (model) => void facts.set(model, { ...(facts.get(model) ?? unknown), canCallTools: false }),
  }
}
