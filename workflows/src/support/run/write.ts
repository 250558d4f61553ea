import type { Act, Acted } from '../../engine/act.ts'
import type { Desk } from './desk.ts'
import { fetchTicket } from './fetch-ticket.ts'
import { type Touch, touchedBy } from './touched-by.ts'

/** The ticket is in the hands of people: the run ends without another write. */
export class LeftToHuman extends Error {
  override name = 'LeftToHuman'
  readonly touch: Touch

  constructor(touch: Touch) {
    super(`left to people: ${touch}`)
    this.touch = touch
  }
}

/**
 * Changes something, unless somebody has taken the ticket meanwhile.
 * @throws LeftToHuman; StepFailed when the tool refuses
 */
export async function write(desk: Desk, name: string, call: Act): Promise<Acted> {
  const look = async () => touchedBy(await fetchTicket(desk), desk.heard)
  const touch = await desk.run.step(`${name}: still free`, look)
  if (touch) throw new LeftToHuman(touch)
  return desk.run.act(name, call)
}

/** Whether a change was made, or would have been on a trial. */
export function isMade({ state }: Acted): boolean {
  return state === 'done' || state === 'executed' || state === 'dry_run'
}
