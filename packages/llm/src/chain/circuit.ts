import type { LlmErrorKind, LlmProviderError } from '../provider-error.ts'

const longestCoolingMs = 300_000

// A refusal of this very request says nothing about the next one.
const requestKinds: ReadonlySet<LlmErrorKind> = new Set([
  'bad_request',
  'tools_unsupported',
  'model_missing',
  'aborted',
])

/** Remembers that a provider failed, so that it is left alone for a while. Times in milliseconds. */
export interface Circuit {
  /** Why the provider is left alone now; undefined when it may be asked. */
  coolingAfter(): LlmErrorKind | undefined
  failed(error: LlmProviderError): void
  succeeded(): void
}

/** A closed circuit; a failure opens it for `coolingMs`, or for as long as the provider asked. */
export function createCircuit(coolingMs: number, now: () => number): Circuit {
  let open: { kind: LlmErrorKind; until: number } | undefined
  return {
    coolingAfter: () => (open && now() < open.until ? open.kind : undefined),
    failed({ kind, retryAfterMs }) {
      if (requestKinds.has(kind)) return
      const pause = Math.min(Math.max(coolingMs, retryAfterMs ?? 0), longestCoolingMs)
      open = { kind, until: now() + pause }
    },
    succeeded() {
      open = undefined
    },
  }
}
