import type { Alert } from './alert.ts'

/** The severity words of both programs and of syslog as one of three; an unknown or missing one is a warning. */
export function severityOf(word: string | undefined): Alert['severity'] {
  const name = (word ?? '').trim().toLowerCase()
  if (/^(crit|emerg|alert|err|fatal|disaster)/.test(name)) return 'critical'
  if (/^(info|notice|debug|ok)/.test(name)) return 'info'
  return 'warning'
}
