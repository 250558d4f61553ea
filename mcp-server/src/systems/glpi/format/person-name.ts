import { toPlainLine } from './rich-text.ts'

/** "Jean Dupont", or the login; null when there is neither. */
export function personName(user: {
  firstname: string | null
  realname: string | null
  name: string | null
}): string | null {
  const full = [user.firstname, user.realname].flatMap((part) => part ?? []).join(' ')
  return toPlainLine(full) || toPlainLine(user.name ?? '') || null
}
