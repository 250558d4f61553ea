import type { Intent } from '../intent.ts'
import { accountDisable, accountEnable } from './account-actions.ts'
import { accountCheck } from './account-check.ts'
import { accountCreate } from './account-create.ts'
import { lastLogon, passwordAge } from './account-facts.ts'
import { accountGroups, groupMember, groupMembers } from './account-groups.ts'
import { accountUnlock } from './account-unlock.ts'
import { alertAcknowledge } from './alert-acknowledge.ts'
import { clearedAlerts, deviceAlerts, openAlerts } from './alerts.ts'
import { clientAlerts } from './client-alerts.ts'
import { clientAssets } from './client-assets.ts'
import { clientNotify } from './client-notify.ts'
import { clientSheet } from './client-sheet.ts'
import { decideApproval } from './decide-approval.ts'
import { deviceMetrics } from './device-metrics.ts'
import { devicePorts, faultyPorts } from './device-ports.ts'
import { deviceState } from './device-state.ts'
import { caseSave, documentOpen } from './documents.ts'
import { greeting } from './greeting.ts'
import { groupAdd, groupRemove, groupsCopy } from './group-changes.ts'
import { help } from './help.ts'
import { howTo, similarCases } from './knowledge.ts'
import { bareYes, cancel, needsModel, nothingToDo, outOfScope, thanks } from './limits.ts'
import { clientSites, downDevices, listDevices } from './list-devices.ts'
import { myRequests, requestState } from './my-requests.ts'
import { passwordReset } from './password-reset.ts'
import { clientUsers, disabledAccounts, lockedAccounts } from './people.ts'
import { peopleSearch } from './people-search.ts'
import { ticketAssign, ticketPriority, ticketStatusChange } from './ticket-change.ts'
import { ticketClose } from './ticket-close.ts'
import { ticketCreate } from './ticket-create.ts'
import { ticketDetails } from './ticket-details.ts'
import { ticketFollowup } from './ticket-followup.ts'
import { ticketHistory } from './ticket-history.ts'
import {
  clientTickets,
  openTickets,
  personTickets,
  recentTickets,
  technicianTickets,
  ticketSearch,
  unassignedTickets,
} from './ticket-lists.ts'
import { ticketSolution, ticketTask } from './ticket-text.ts'
import { unsupportedAction } from './unsupported-action.ts'
import { whatChanged } from './what-changed.ts'

const network = [deviceState, deviceMetrics, devicePorts, faultyPorts, openAlerts, deviceAlerts, clientAlerts]
const monitoring = [clearedAlerts, alertAcknowledge, downDevices, listDevices]
const clients = [clientSheet, clientAssets, clientSites, clientUsers, whatChanged, clientNotify]
const ticketReads = [ticketDetails, ticketHistory, clientTickets, personTickets, technicianTickets]
const ticketLists = [recentTickets, openTickets, unassignedTickets, ticketSearch]
const ticketWrites = [ticketCreate, ticketFollowup, ticketTask, ticketAssign, ticketStatusChange]
const ticketEnds = [ticketPriority, ticketSolution, ticketClose]
const accountReads = [accountCheck, lastLogon, passwordAge, lockedAccounts, disabledAccounts, peopleSearch]
const groups = [accountGroups, groupMember, groupAdd, groupRemove, groupsCopy]
const accountWrites = [accountUnlock, passwordReset, accountEnable, accountDisable, accountCreate]
const knowledge = [howTo, similarCases, documentOpen, caseSave]

/** What the built-in assistant can be asked to do, in the order of its list of abilities. */
export const abilities: Intent[] = [
  ...network,
  ...monitoring,
  ...clients,
  ...ticketReads,
  ...ticketLists,
  ...ticketWrites,
  ...ticketEnds,
  ...accountReads,
  ...groups,
  ...accountWrites,
  ...knowledge,
  myRequests,
  requestState,
]

const limits = [groupMembers, decideApproval, unsupportedAction, needsModel, outOfScope, nothingToDo]

/** Every intent; of two patterns of one weight the earlier intent wins. */
export const intents: Intent[] = [...abilities, ...limits, help, greeting, thanks, cancel, bareYes]
