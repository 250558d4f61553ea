/** One object of the directory. Values are text; octet attributes hold lower-case hex. Never mutated. */
export interface Entry {
  readonly dn: string
  /** By schema name, e.g. `sAMAccountName`. An attribute without values is absent. */
  readonly attributes: Readonly<Record<string, readonly string[]>>
}

/** All values of an attribute by schema name. */
export function valuesOf(entry: Entry, name: string): readonly string[] {
  return entry.attributes[name] ?? []
}

/** The first value, or the empty text. */
export function firstValue(entry: Entry, name: string): string {
  return entry.attributes[name]?.[0] ?? ''
}

/** An integer attribute, 0 when absent. */
export function integerValue(entry: Entry, name: string): bigint {
  return BigInt(entry.attributes[name]?.[0] ?? '0')
}

/** A copy with some attributes set; an empty list removes the attribute. */
export function withValues(entry: Entry, changes: Record<string, readonly string[]>): Entry {
  const attributes = { ...entry.attributes, ...changes }
  for (const [name, values] of Object.entries(attributes)) if (values.length === 0) delete attributes[name]
  return { ...entry, attributes }
}

/** Whether the entry is of a class, by its schema name. */
export function hasClass(entry: Entry, className: string): boolean {
  return valuesOf(entry, 'objectClass').includes(className)
}
