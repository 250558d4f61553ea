const parts = {
  decision: 'decision',
  outcome: 'outcome',
  'still free': 'still_free',
  'still wanted': 'still_wanted',
  withdraw: 'withdraw',
  taken: 'taken',
} as const

/** The name of a step as the catalogue knows it, and which part of an act it is. */
export interface StepName {
  key: string
  /** As it stands when the catalogue does not know it. */
  readable: string
  part: (typeof parts)[keyof typeof parts] | null
}

/** Reads the recorded name of a step: "reset password: decision" is the decision about `reset_password`. */
export function readStepName(name: string): StepName {
  const [end, part] = Object.entries(parts).find(([ending]) => name.endsWith(`: ${ending}`)) ?? []
  const own = end === undefined ? name : name.slice(0, -`: ${end}`.length)
  return { key: keyOf(own), readable: readableOf(own), part: part ?? null }
}

/** A technical name in the form of a key: `readTicket`, "read ticket" and `read-ticket` are one. */
export function keyOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase()
}

/** A technical name as words. */
export function readableOf(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/[_-]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
