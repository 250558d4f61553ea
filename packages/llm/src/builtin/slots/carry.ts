import type { SlotName, Slots } from './slots.ts'

/** Slots that answer one question together: whoever names one of them names a new subject. */
const people: SlotName[] = ['login', 'logins', 'personName', 'fullName']
const devices: SlotName[] = ['hostnames', 'clientPhrase', 'deviceKind', 'wantsAllOfKind']

const namesOne = (slots: Slots, names: SlotName[]) => names.some((name) => slots[name] !== undefined)

const pick = (slots: Slots, names: SlotName[]): Slots =>
  Object.fromEntries(names.flatMap((name) => (slots[name] === undefined ? [] : [[name, slots[name]]])))

function subjectOf(own: Slots, earlier: Slots[], names: SlotName[]): Slots {
  if (namesOne(own, names)) return {}
  return pick(earlier.find((candidate) => namesOne(candidate, names)) ?? {}, names)
}

/** What the sentences before (newest first) name that a sentence which points back may mean. */
export function carriable(own: Slots, earlier: Slots[]): Slots {
  const isKindAlone = own.deviceKind !== undefined && !own.hostnames && !own.clientPhrase
  const device = isKindAlone
    ? pick(earlier.find(({ clientPhrase }) => clientPhrase !== undefined) ?? {}, ['clientPhrase'])
    : subjectOf(own, earlier, devices)
  return {
    ...subjectOf(own, earlier, people),
    ...device,
    ...subjectOf(own, earlier, ['ticketIds']),
    ...subjectOf(own, earlier, ['alertId']),
    ...subjectOf(own, earlier, ['group']),
  }
}

/** The slots of a sentence with those of `carried` that its intent takes over; people and devices go together. */
export function withCarried(own: Slots, carried: Slots, wanted: SlotName[]): Slots {
  const names = wanted.flatMap((name) => (name === 'login' ? people : [name]))
  return { ...pick(carried, names), ...own }
}

/** The slots of a request that is continued: what is named now replaces what answered the same question. */
export function mergeSlots(before: Slots, now: Slots): Slots {
  const kept: Slots = { ...before }
  const drop = (names: SlotName[]) => {
    for (const name of names) delete kept[name]
  }
  if (namesOne(now, people)) drop(people)
  if (now.hostnames || now.clientPhrase) drop(['hostnames'])
  if (now.hostnames) drop(['clientPhrase', 'deviceKind', 'wantsAllOfKind'])
  if (now.deviceKind) drop(['hostnames'])
  if (now.days !== undefined || now.hours !== undefined) drop(['days', 'hours'])
  return { ...kept, ...now }
}
