const longest = 120

/** The name of a file to show and to save under: one line, no folder, nothing that hides its ending. */
export function cleanName(given: string): string {
  const base = given.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = base
    .replace(/[\p{C}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
  if (plain === '') return 'file'
  const characters = Array.from(plain)
  if (characters.length <= longest) return plain
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? ''
  return `${characters.slice(0, longest - ending.length - 1).join('')}…${ending}`
}
