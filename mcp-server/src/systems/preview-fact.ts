import type { LocalizedText, PreviewFact } from '@hub/contracts'
import type { z } from 'zod'

type Fact = z.infer<typeof PreviewFact>

/** One line of a preview; `changed` marks what the action would make different. */
export function previewFact(
  key: string,
  label: LocalizedText,
  { value, kind = 'text', changed = false }: { value: Fact['value']; kind?: Fact['kind']; changed?: boolean },
): Fact {
  return { key, label, value, kind, changed }
}
