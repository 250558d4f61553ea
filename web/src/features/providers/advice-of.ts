import type { ChatProvider } from '@hub/contracts'

/** Key of the steps in the catalogue. */
export type Advice = 'ollamaDown' | 'mistralDown' | 'key' | 'model' | 'limit' | 'slow'

const byKind: Record<string, Advice> = {
  unauthorized: 'key',
  model_missing: 'model',
  rate_limited: 'limit',
  timeout: 'slow',
}

/** What to do about the trouble of an engine; null when nothing is known to help, or nothing is wrong. */
export function adviceOf({
  id,
  state,
  lastError,
}: Pick<ChatProvider, 'id' | 'state' | 'lastError'>): Advice | null {
  if (id === 'builtin') return null
  const kind = lastError?.kind ?? ''
  // One answer that failed otherwise, of an engine that answers again, is no reason to look at its service.
  const isAway = state === 'down' || kind === 'unreachable'
  return byKind[kind] ?? (isAway ? `${id}Down` : null)
}
