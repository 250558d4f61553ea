import type { ProviderCheck, ProviderId } from '../provider.ts'
import { isIllness } from './circuit.ts'
import type { Link } from './link.ts'

/** A provider's own check, kept on its record; one that fails is left alone as after a failed call. Never throws. */
export async function checkLink(
  { provider, circuit, record, facts }: Link,
  signal: AbortSignal,
): Promise<ProviderCheck & { provider: ProviderId }> {
  const check = await provider.check(signal)
  if (check.ok) {
    await facts.refresh(signal)
    // A server that lists its models may still fail to answer with them: a failed call is not forgotten here.
    if (circuit.coolingAfter() === undefined) record.isUp()
  } else {
    const kind = check.kind ?? 'unreachable'
    circuit.failed({ kind: isIllness(kind) ? kind : 'unreachable', retryAfterMs: undefined })
    record.checkFailed({ kind, message: check.detail ?? '' })
  }
  return { provider: provider.id, ...check }
}
