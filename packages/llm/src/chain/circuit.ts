import type { LlmErrorKind } from '../error-kind.ts'
import type { LlmProviderError } from '../provider-error.ts'

const longestCoolingMs = 300_000

// A refusal of this very request says nothing about the next one.
const requestKinds: ReadonlySet<LlmErrorKind> = new Set([
  'bad_request',
  'tools_unsupported',
  'model_missing',
  'aborted',
])

/** Whether an error says that the provider itself is ill. */
export const isIllness = (kind: LlmErrorKind): boolean => !requestKinds.has(kind)

/** Remembers that a provider failed, so that it is left alone for a while. Times in milliseconds. */
export interface Circuit {
  /** Why the provider is left alone now; undefined when it may be asked. */
  coolingAfter(): LlmErrorKind | undefined
  /** When it may be asked again; undefined when it may be asked now. */
  coolingUntil(): number | undefined
  failed(error: Pick<LlmProviderError, 'kind' | 'retryAfterMs'>): void
  succeeded(): void
}

/** A closed circuit; a failure opens it for `coolingMs`, or for as long as the provider asked. */
export function createCircuit(coolingMs: number, now: () => number): Circuit {
  let open: { kind: LlmErrorKind; until: number } | undefined
  const current = () => (open && now() < open.until ? open : undefined)
  return {
    coolingAfter: () => current()?.kind,
    coolingUntil: () => current()?.until,
    failed({ kind, retryAfterMs }) {
      if (!isIllness(kind)) return
      const pause = Math.min(Math.max(coolingMs, retryAfterMs ?? 0), longestCoolingMs)
      open = { kind, until: Math.max(open?.until ?? 0, now() + pause) }
    },
    succeeded() {
      open = undefined
    },
  }
}
