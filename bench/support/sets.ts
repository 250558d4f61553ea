import { freshEveryday } from './fresh/everyday.ts'
import { freshLast } from './fresh/last.ts'
import { freshMixed } from './fresh/mixed.ts'
import { heldAccounts } from './held/accounts.ts'
import { heldDiag } from './held/diag.ts'
import { heldOther } from './held/other.ts'
import { parseTickets } from './parse-tickets.ts'
import { tuningDiag } from './tuning/diag.ts'
import { tuningHostile } from './tuning/hostile.ts'
import { tuningOther1 } from './tuning/other-1.ts'
import { tuningOther2 } from './tuning/other-2.ts'
import { tuningReset1 } from './tuning/reset-1.ts'
import { tuningReset2 } from './tuning/reset-2.ts'
import { tuningUnlock } from './tuning/unlock.ts'

/** The labelled tickets. Rules are made looking at `tuning`; `held` and `fresh` (written after them) measure. */
export const sets = {
  tuning: [
    tuningDiag,
    tuningHostile,
    tuningOther1,
    tuningOther2,
    tuningReset1,
    tuningReset2,
    tuningUnlock,
  ].flatMap(parseTickets),
  held: [heldAccounts, heldDiag, heldOther].flatMap(parseTickets),
  fresh: parseTickets(freshMixed),
  last: parseTickets(freshLast),
  everyday: parseTickets(freshEveryday),
}
