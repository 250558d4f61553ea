/** What a run waits for. */
export interface Wait {
  /** Short name of the step that the news becomes. */
  name: string
  /** For the screens: kind of wait and what it is about, such as `{kind: 'approval', approvalId}`. */
  reason: { kind: string } & Record<string, unknown>
  /** News of any of these ends the wait. */
  topics: readonly string[]
  /** When it ends without news; null waits for ever. */
  until: Date | null
}

/** Whether its tries are used up: without an end only a person or the world can wake it, and a person is told so. */
export function needsPerson({ reason, until }: Wait): boolean {
  return reason.kind === 'retry' && until === null
}

/** News that a run waited for. */
export interface Signal {
  topic: string
  body: unknown
  at: string
}

/** Thrown out of a run that waits: it is over for this process, and begins again from its records when it is woken. */
export class Parked extends Error {
  override name = 'Parked'
}
