import { foldToWords } from '../text/fold.ts'
import { type AccountMention, findAccount, findLogins } from './account.ts'
import { type AssetType, findAssetType } from './asset-type.ts'
import { findCapitalisedPair } from './capitalised-pair.ts'
import { findClientPhrase } from './client-phrase.ts'
import { type DeviceKind, findDeviceKind } from './device-kind.ts'
import { findGroup } from './group.ts'
import { findHostnames } from './hostnames.ts'
import { mendOrgWords } from './org-words.ts'
import { findPeriod } from './period.ts'
import { findAlertId, findDocument } from './references.ts'
import { findSearchText } from './search-text.ts'
import { longestHead, splitBody } from './split-body.ts'
import { findTicketIds } from './ticket-ids.ts'
import { findNewStatus, findPriority, findStatusFilter, type StatusFilter } from './ticket-status.ts'

/** Everything a sentence names. Absent means not said. */
export interface Slots {
  ticketIds?: number[]
  login?: string
  /** Account names, when there are several. */
  logins?: string[]
  personName?: string
  /** First and last name beside an account name: of whom an account is made. */
  fullName?: string
  group?: string
  hostnames?: string[]
  clientPhrase?: string
  deviceKind?: DeviceKind
  wantsAllOfKind?: boolean
  assetType?: AssetType
  alertId?: number
  document?: string
  approvalId?: string
  days?: number
  hours?: number
  statusFilter?: StatusFilter
  newStatus?: 'new' | 'assigned' | 'planned' | 'pending'
  priority?: number
  searchText?: string
  body?: string
}

export type SlotName = keyof Slots

function people(text: string, clientPhrase: string | undefined): Slots {
  const logins = findLogins(text)
  const withoutDomain = text.replace(/\b[\w-]+\\/g, ' ').replace(/@[\w.-]+/g, ' ')
  const fullName = findCapitalisedPair(without(withoutDomain, [clientPhrase]))
  const named = findAccount(text)
  const account = isNamed(named) ? named : { personName: fullName }
  return {
    ...(account.login && { login: account.login }),
    ...(logins.length > 1 && { logins }),
    ...(account.personName && { personName: account.personName }),
    ...(account.login && fullName && { fullName }),
  }
}

function references(head: string): Slots {
  const ticketIds = findTicketIds(head)
  const approvalId = /\bAPR-\d{4}-\d+\b/i.exec(head)?.[0].toUpperCase()
  const alertId = findAlertId(head)
  const document = findDocument(head)
  return {
    ...(ticketIds.length > 0 && { ticketIds }),
    ...(alertId !== undefined && { alertId }),
    ...(document && { document }),
    ...(approvalId && { approvalId }),
  }
}

function filters(head: string): Slots {
  const [statusFilter, newStatus] = [findStatusFilter(head), findNewStatus(head)]
  const [priority, assetType, searchText] = [findPriority(head), findAssetType(head), findSearchText(head)]
  return {
    ...findPeriod(head),
    ...(statusFilter && { statusFilter }),
    ...(newStatus && { newStatus }),
    ...(priority !== undefined && { priority }),
    ...(assetType && { assetType }),
    ...(searchText && { searchText }),
  }
}

/** Reads the slots of one sentence (French or English). */
export function extractSlots(sentence: string): Slots {
  const split = splitBody(sentence)
  const head = mendOrgWords(split.head.slice(0, longestHead))
  const { document, ...named } = references(head)
  const hostnames = findHostnames(without(head, [document]))
  const group = findGroup(without(head, hostnames))
  const plain = without(head, [...hostnames.filter((name) => name !== group), document])
  const withoutGroup = without(plain, [group])
  const kind = findDeviceKind(plain)
  const account = findAccount(withoutGroup)
  const withoutDomain = withoutGroup.replace(/\b[\w-]+\\/g, ' ').replace(/@[\w.-]+/g, ' ')
  const clientPhrase = findClientPhrase(without(withoutDomain, [account.login, account.personName]))
  const isHost = hostnames.filter((name) => name !== group)
  return {
    ...named,
    ...people(withoutGroup, clientPhrase),
    ...(group && { group }),
    ...(isHost.length > 0 && { hostnames: isHost }),
    ...(clientPhrase && { clientPhrase }),
    ...(kind && { deviceKind: kind.kind, wantsAllOfKind: kind.plural }),
    ...(document && { document }),
    ...filters(plain),
    ...(split.body && { body: split.body }),
  }
}

const isNamed = (account: AccountMention) => account.login !== undefined || account.personName !== undefined

const without = (text: string, words: (string | undefined)[]) =>
  words.reduce<string>((rest, word) => (word ? rest.replaceAll(word, ' ') : rest), text)

const verbAfterPronoun =
  '(debloq|deverrou|deverou|reinit|clotur|clos|ferm|assign|attribu|affect|rouvr|activ|desactiv|reactiv|ajout|retir|enlev|pass|met|prev|resou)'
const back = new RegExp(
  [
    '\\b(son|sa|ses|lui|ce|cet|cette|celui|celle|leur|leurs|his|her|their|its|this|that|it|same|him|them|he|she|they|il|elle|y)\\b',
    `\\b(le|la|l|les) ${verbAfterPronoun}`,
    `\\b\\w+ (le|la|les)( |$)(?!(mot|compte|ticket|groupe|switch|port))`,
    '^(et|and) ',
    '\\b(le|la) meme\\b',
  ].join('|'),
)

/** True when a sentence points back at something said before ("son mot de passe", "this ticket"). */
export function pointsBack(sentence: string): boolean {
  return back.test(foldToWords(sentence))
}
