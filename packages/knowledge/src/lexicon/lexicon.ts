import { accountGroups } from './accounts.ts'
import { networkGroups } from './network.ts'
import { serviceGroups } from './service.ts'
import { siteGroups } from './sites.ts'
import { workstationGroups } from './workstation.ts'

/** Words and phrases that mean the same to a French or English service desk. */
export interface Concept {
  /** The first entry of the group. */
  id: string
  /** Folded; `*` ends a stem. */
  entries: readonly string[]
}

/** One group per line, entries between commas: French and English, folded (no accents), plural left out. */
export const lexicon: readonly Concept[] = [
  accountGroups,
  networkGroups,
  workstationGroups,
  serviceGroups,
  siteGroups,
].flatMap(parseGroups)

function parseGroups(text: string): Concept[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((entry) => entry.trim()))
    .map((entries) => ({ id: entries[0] ?? '', entries }))
}
