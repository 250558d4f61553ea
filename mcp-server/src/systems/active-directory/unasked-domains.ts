import type { LocalizedText } from '@hub/contracts'

/** A summary that also says which domains could not be asked. */
export function withUnasked(summary: LocalizedText, unasked: readonly string[]): LocalizedText {
  if (unasked.length === 0) return summary
  const names = unasked.join(', ')
  return {
    fr: `${summary.fr} Non interrogé, injoignable : ${names}.`,
    en: `${summary.en} Not asked, unreachable: ${names}.`,
  }
}
