/** A row under the names that its columns have in the database: `decidedAt` becomes `decided_at`. */
export function toColumns(row: object): Record<string, unknown> {
  return renamed(row, (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
}

/** The same the other way. */
export function fromColumns(row: object): Record<string, unknown> {
  return renamed(row, (column) => column.replace(/_[a-z]/g, (part) => part.charAt(1).toUpperCase()))
}

function renamed(row: object, nameOf: (name: string) => string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [nameOf(name), value]))
}
