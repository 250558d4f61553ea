/** The words of both programs for a severity as one; an unknown word stays. */
export function severityName(word: string | null): string | null {
  if (word === null) return null
  return severities[word.toLowerCase()] ?? word
}

const severities: Record<string, string> = {
  crit: 'critical',
  critical: 'critical',
  warn: 'warning',
  warning: 'warning',
  info: 'info',
  informational: 'info',
}
