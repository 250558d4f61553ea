import type { ModelFacts, ProviderId } from '../provider.ts'
import type { Link } from './link.ts'
import type { ProviderFigures } from './provider-record.ts'

/** What this process knows of one provider. Times in milliseconds since 1970. */
export interface ProviderReport extends ProviderFigures {
  provider: ProviderId
  /** It failed and is left alone until then. */
  restsUntil: number | null
  models: { asked: string; model: string; facts: ModelFacts | null }[]
}

export function reportOf(
  { provider, circuit, record, facts }: Link,
  modelFor: (asked: string) => string,
  asked: string[],
): ProviderReport {
  return {
    provider: provider.id,
    ...record.figures(),
    restsUntil: circuit.coolingUntil() ?? null,
    models: asked.map((name) => {
      const model = modelFor(name)
      return { asked: name, model, facts: facts.known(model) ?? null }
    }),
  }
}
