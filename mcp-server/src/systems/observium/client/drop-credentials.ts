const credentialColumn = /^snmp_|passw|authpass|cryptopass|community|secret|token/i

/** A copy of parsed JSON without the columns that can hold a credential, at any depth (protocol section 1.4). */
export function dropCredentials(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropCredentials)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([column]) => !credentialColumn.test(column))
      .map(([column, cell]) => [column, dropCredentials(cell)]),
  )
}
