const setting = 'idle_in_transaction_session_timeout'
/** What the engine takes when it sets it itself, in milliseconds. */
const idleMs = 60_000

/**
 * The address of the database as the engine is given it: a transaction that is left open ends with its connection. Said
 * at connecting; by itself the engine says it in a query beside the first one, which the driver warns of.
 */
export function engineDatabaseUrl(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  const options = url.searchParams.get('options') ?? ''
  if (options.includes(setting)) return databaseUrl
  url.searchParams.set('options', `${options} -c ${setting}=${idleMs}`.trim())
  return url.href
}
