import type { Cell } from './database.ts'

const encode = (text: string) =>
  text.replaceAll('&', '&#38;').replaceAll('<', '&#60;').replaceAll('>', '&#62;')

/** Text as GLPI 10 keeps it in its database; the ` > ` between the levels of a tree stays readable. */
export const sanitise = (text: string): string => text.split(' > ').map(encode).join(' > ')

/** The same for any cell. */
export const sanitiseCell = (cell: Cell): Cell => (typeof cell === 'string' ? sanitise(cell) : cell)
