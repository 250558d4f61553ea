import { randomInt } from 'node:crypto'

/** Without the characters people mistake for each other, and those that shells and keyboards make difficult. */
const classes = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!#$%*+-=?@_'] as const
const alphabet = classes.join('')
const leastLength = 16
const maxTries = 1000

/**
 * A random password: at least 16 characters and `minLength`, of all four classes, without any part of the names
 * (three characters or more, whatever the case), as the complexity rule of Windows asks.
 */
export function generatePassword({ minLength, names }: { minLength: number; names: string[] }): string {
  const parts = forbiddenParts(names)
  const length = Math.max(leastLength, minLength)
  for (let tries = 0; tries < maxTries; tries += 1) {
    const password = randomPassword(length)
    if (!parts.some((part) => password.toLowerCase().includes(part))) return password
  }
  throw new Error('no password without a part of the name was found')
}

/** Whole names and their words: the rule splits display names at these characters. */
function forbiddenParts(names: string[]): string[] {
  return names
    .flatMap((name) => [name, ...name.split(/[\s,.\-_#@]+/u)])
    .map((part) => part.toLowerCase())
    .filter((part) => part.length >= 3)
}

function randomPassword(length: number): string {
  const characters = [
    ...classes.map(pick),
    ...Array.from({ length: length - classes.length }, () => pick(alphabet)),
  ]
  for (let index = characters.length - 1; index > 0; index -= 1) {
    const other = randomInt(index + 1)
    const kept = characters[index] ?? ''
    characters[index] = characters[other] ?? ''
    characters[other] = kept
  }
  return characters.join('')
}

function pick(characters: string): string {
  return characters.charAt(randomInt(characters.length))
}
