export interface PasswordCandidate {
  password: string
  login: string
  displayName: string
  minLength: number
}

const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u]
const shortestPart = 3

/**
 * Whether a password meets the domain policy: length, three of four character classes, and neither the logon
 * name nor a part of the display name inside (parts shorter than three characters do not count).
 */
export function meetsPolicy({ password, login, displayName, minLength }: PasswordCandidate): boolean {
  if (password.length < minLength) return false
  if (classes.filter((kind) => kind.test(password)).length < 3) return false
  const lower = password.toLowerCase()
  const parts = [login, ...displayName.split(/[\s,.\-_#]+/)]
  return !parts.some((part) => part.length >= shortestPart && lower.includes(part.toLowerCase()))
}
