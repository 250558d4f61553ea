import { AppError, type LocalizedText } from '@hub/contracts'
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

const touchTexts: Record<Touch, LocalizedText> = {
  opened_by_hub: { fr: 'Le ticket vient du Hub lui-même.', en: 'The ticket comes from the Hub itself.' },
  status: { fr: 'L’état du ticket a été changé entre-temps.', en: 'The status of the ticket was changed.' },
  assigned: { fr: 'Un technicien a pris le ticket entre-temps.', en: 'A technician has taken the ticket.' },
  followup: { fr: 'Quelqu’un a écrit dans le ticket entre-temps.', en: 'Somebody wrote in the ticket.' },
  task: { fr: 'Une tâche a été ajoutée au ticket entre-temps.', en: 'A task was added to the ticket.' },
  solution: {
    fr: 'Une solution a été ajoutée au ticket entre-temps.',
    en: 'A solution was added to the ticket.',
  },
}

/**
 * Changes something, unless somebody has taken the ticket meanwhile; where people are asked first, the question is
 * taken back when that happens while it is open.
 * @throws LeftToHuman; StepFailed when the tool refuses
 */
export async function write(desk: Desk, name: string, call: Act): Promise<Acted> {
  const { run, ticketId, made } = desk
  const look = async () => touchedBy(await fetchTicket(desk), desk.heard)
  const touch = await run.step(`${name}: still free`, look)
  if (touch) throw new LeftToHuman(touch)
  const why = () => lookAgain(look)
  const acted = await run.act(name, { ...call, withdraw: { topics: [`ticket:${ticketId}`], why } })
  if (acted.state === 'done' || acted.state === 'executed') made.push(name)
  if (acted.state !== 'cancelled') return acted
  const taken = await run.step(`${name}: taken`, look)
  if (taken) throw new LeftToHuman(taken)
  return acted
}

/** A GLPI that is away must not keep the run from hearing what people decide. */
async function lookAgain(look: () => Promise<Touch | null>): Promise<LocalizedText | null> {
  try {
    const touch = await look()
    return touch === null ? null : touchTexts[touch]
  } catch (err) {
    if (err instanceof AppError) return null
    throw err
  }
}

/** Whether a change was made, or would have been on a trial. */
export function isMade({ state }: Acted): boolean {
  return state === 'done' || state === 'executed' || state === 'dry_run'
}
