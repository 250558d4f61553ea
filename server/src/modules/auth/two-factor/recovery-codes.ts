import { createHash, randomInt } from 'node:crypto'

const codes = 10
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const groups = 4
const lettersPerGroup = 4

/** @returns ten codes of 80 random bits, as they are shown once: "ABCD-EFGH-IJKL-MN23" */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: codes }, () => Array.from({ length: groups }, newGroup).join('-'))
}

/** What is stored of a code, however it is typed. */
export function recoveryCodeHash(code: string): string {
  const letters = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(letters).digest('hex')
}

function newGroup(): string {
  return Array.from({ length: lettersPerGroup }, () => alphabet[randomInt(alphabet.length)]).join('')
}
