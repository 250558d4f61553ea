import { localToInstant } from '../../../local-time.ts'

/** A date of LibreNMS as an ISO instant: a wall clock of the server, or with its zone in newer versions. */
export function instantOf(text: string | null, timeZone: string): string | null {
  const local = localToInstant(text, timeZone)
  if (local !== null || text === null || !/(Z|[+-]\d{2}:?\d{2})$/.test(text)) return local
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
