import type { Intent } from '../intent.ts'
import { accountCheck } from './account-check.ts'
import { accountUnlock } from './account-unlock.ts'
import { clientSheet } from './client-sheet.ts'
import { decideApproval } from './decide-approval.ts'
import { deviceMetrics } from './device-metrics.ts'
import { deviceState } from './device-state.ts'
import { help } from './help.ts'
import { knowledge } from './knowledge.ts'
import { passwordReset } from './password-reset.ts'
import { smallTalk } from './small-talk.ts'
import { ticketClose } from './ticket-close.ts'
import { ticketDetails } from './ticket-details.ts'
import { ticketFollowup } from './ticket-followup.ts'
import { unsupportedAction } from './unsupported-action.ts'

/** What the built-in assistant can be asked to do, in the order of its list of abilities. */
export const abilities: Intent[] = [
  deviceState,
  deviceMetrics,
  clientSheet,
  ticketDetails,
  ticketFollowup,
  ticketClose,
  accountCheck,
  accountUnlock,
  passwordReset,
  knowledge,
]

/** Every intent; of two patterns of one weight the earlier intent wins. */
export const intents: Intent[] = [...abilities, help, smallTalk, decideApproval, unsupportedAction]
