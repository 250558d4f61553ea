/**
 * For `JSON.parse` and `JSON.stringify`: texts without what Postgres can hold in none, the character 0 and halves of
 * characters, which stay behind where a text was cut or an entity was read.
 */
export function storable(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value
}
