import { toPlainLine } from './rich-text.ts'

/** Complete name of an entity without the root of the tree, which is the same for everybody; null when empty. */
export function clientNameOf(completeName: string | null): string | null {
  const name = toPlainLine(completeName ?? '')
  return name === '' ? null : name.replace(/^[^>]+ > /, '')
}
