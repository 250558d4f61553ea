import { foldToWords } from '../text/fold.ts'
import { type AccountMention, findAccount } from './account.ts'
import { findCapitalisedPair } from './capitalised-pair.ts'
import { findClientPhrase } from './client-phrase.ts'
import { type DeviceKind, findDeviceKind } from './device-kind.ts'
import { splitFollowup } from './followup-body.ts'
import { findHostnames } from './hostnames.ts'
import { findTicketIds } from './ticket-ids.ts'

/** Everything a sentence names. Absent means not said. */
export interface Slots {
  ticketIds?: number[]
  login?: string
  personName?: string
  hostnames?: string[]
  clientPhrase?: string
  deviceKind?: DeviceKind
  wantsAllOfKind?: boolean
  approvalId?: string
  body?: string
}

export type SlotName = keyof Slots

/** Reads the slots of one sentence (French or English). */
export function extractSlots(sentence: string): Slots {
  const { head, body } = splitFollowup(sentence)
  const hostnames = findHostnames(head)
  const withoutHosts = without(head, hostnames)
  const named = findAccount(withoutHosts)
  const ticketIds = findTicketIds(head)
  const kind = findDeviceKind(withoutHosts)
  const approvalId = /\bAPR-\d{4}-\d+\b/i.exec(head)?.[0].toUpperCase()
  const withoutDomain = withoutHosts.replace(/\b[\w-]+\\/g, ' ').replace(/@[\w.-]+/g, ' ')
  const clientPhrase = findClientPhrase(without(withoutDomain, [named.login, named.personName]))
  const account = isNamed(named)
    ? named
    : { personName: findCapitalisedPair(without(withoutDomain, [clientPhrase])) }
  return {
    ...(ticketIds.length > 0 && { ticketIds }),
    ...(account.login && { login: account.login }),
    ...(account.personName && { personName: account.personName }),
    ...(hostnames.length > 0 && { hostnames }),
    ...(clientPhrase && { clientPhrase }),
    ...(kind && { deviceKind: kind.kind, wantsAllOfKind: kind.plural }),
    ...(approvalId && { approvalId }),
    ...(body && { body }),
  }
}

const isNamed = (account: AccountMention) => account.login !== undefined || account.personName !== undefined

const without = (text: string, words: (string | undefined)[]) =>
  words.reduce<string>((rest, word) => (word ? rest.replaceAll(word, ' ') : rest), text)

/** True when a sentence points back at something said before ("son mot de passe", "this ticket"). */
export function pointsBack(sentence: string): boolean {
  return /\b(son|sa|ses|lui|ce|cet|cette|celui|celle|le meme|la meme|leur|his|her|their|this|that|it|same|him|them)\b|\b(le|la|l|les) (debloqu|deverrouill|reinit|clotur|ferm)/.test(
    foldToWords(sentence),
  )
}
