import { toPlainLine } from './rich-text.ts'

/** The name that a column of a row stands for, as `add_keys_names` gave it; null when it did not. */
export function keyName(names: Record<string, unknown>, column: string): string | null {
  const name = names[column]
  return typeof name === 'string' && name !== '' ? toPlainLine(name) : null
}
