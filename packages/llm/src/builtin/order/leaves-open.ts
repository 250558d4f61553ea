import { mayMean } from '../client-lookup.ts'
import type { Intent } from '../intent.ts'
import type { SlotName, Slots } from '../slots/slots.ts'
import { namesTwo } from './is-whole-order.ts'

const people: ReadonlySet<string> = new Set<SlotName>(['login', 'logins', 'personName', 'fullName'])

const isPersonOpen = (intentId: string, slots: Slots) =>
  slots.login === undefined || (slots.logins?.length ?? 0) > 1 || namesTwo(intentId, slots)

/**
 * True when an order leaves open all of what a choice fills in: a person without an exact account name, or several of
 * them; a client whose phrase may mean the chosen one; whatever it does not name. What is complete is never aimed anew.
 */
export function leavesOpen({ intent, slots }: { intent: Intent; slots: Slots }, chosen: Slots): boolean {
  const { clientPhrase } = chosen
  const isClientOpen =
    clientPhrase === undefined ||
    slots.clientPhrase === undefined ||
    mayMean(clientPhrase, slots.clientPhrase)
  const named = new Map(Object.entries(slots))
  const isOpen = (name: string) => (people.has(name) ? isPersonOpen(intent.id, slots) : !named.has(name))
  return isClientOpen && Object.keys(chosen).every((name) => name === 'clientPhrase' || isOpen(name))
}
