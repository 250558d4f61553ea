import type { SafeguardSignals } from '@hub/contracts'

/** Address of the requests behind a figure: those of the period, with these filters of the history. */
export function historyLink(
  { from, to }: Pick<SafeguardSignals, 'from' | 'to'>,
  filters: Record<string, string> = {},
): string {
  return `/safeguard/history?${new URLSearchParams({ ...filters, from, to })}`
}
