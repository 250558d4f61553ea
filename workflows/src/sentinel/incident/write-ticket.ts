import { z } from 'zod'
import type { Acted } from '../../engine/act.ts'
import { StepFailed } from '../../engine/attempt.ts'
import type { Run } from '../../engine/run.ts'
import type { View } from './case-file.ts'

const Opened = z.object({ ticketId: z.number().int() })
const Outcome = z.object({ data: z.unknown() })

/**
 * Opens the ticket of an incident, once: found again by its key after a crash. With the client where there is one, at
 * ours where there are several or GLPI does not know it. @returns its number; null where nothing is written
 */
export async function openTicket(
  run: Run,
  { draft, key, ownClient }: { draft: NonNullable<View['draft']>; key: string; ownClient: string },
): Promise<number | null> {
  const { client, title, content } = draft
  const urgency = 4
  const args = { title, description: content, type: 'incident', urgency, idempotencyKey: key }
  const open = (name: string, of: string) =>
    run.act(name, {
      tool: 'glpi_create_ticket',
      arguments: { client: of, ...args },
      note: (acted) => {
        const ticketId = ticketOf(acted)
        return ticketId === null ? {} : { ticketId }
      },
    })
  if (client === null) return ticketOf(await open('ticket', ownClient))
  try {
    return ticketOf(await open('ticket', client))
  } catch (err) {
    if (!(err instanceof StepFailed)) throw err
    return ticketOf(await open('ticket at ours', ownClient))
  }
}

function ticketOf(acted: Acted): number | null {
  if (acted.state === 'done') return Opened.parse(acted.data).ticketId
  if (acted.state !== 'executed') return null
  const { data } = Outcome.parse(acted.outcome)
  return Opened.parse(data).ticketId
}

/** Adds a private followup, once. A ticket that people have taken away is no reason to stop. */
export async function addFollowup(
  run: Run,
  { ticketId, content, key }: { ticketId: number; content: string; key: string },
): Promise<void> {
  const args = { ticketId, content, isPrivate: true, idempotencyKey: key }
  await unlessRefused(() => run.act('followup', { tool: 'glpi_add_followup', arguments: args }))
}

const done = { fr: 'Le ticket est déjà résolu.', en: 'The ticket is solved already.' }

/**
 * Asks for the closing of a ticket, and waits for the answer; takes the question back when people do it meanwhile.
 * @returns how that ended
 */
export async function closeTicket(
  run: Run,
  { ticketId, solution, isDone }: { ticketId: number; solution: string; isDone: () => Promise<boolean> },
): Promise<string> {
  const why = async () => ((await isDone()) ? done : null)
  const acted = await unlessRefused(() =>
    run.act('close ticket', {
      tool: 'glpi_close_ticket',
      arguments: { ticketId, solution },
      withdraw: { topics: [`ticket:${ticketId}`], why },
    }),
  )
  return acted?.state ?? 'refused'
}

/** Makes the ticket more urgent: it has lasted too long. */
export async function raiseUrgency(run: Run, ticketId: number): Promise<void> {
  const args = { ticketId, urgency: 5 }
  await unlessRefused(() => run.act('urgency', { tool: 'glpi_update_ticket', arguments: args }))
}

async function unlessRefused(work: () => Promise<Acted>): Promise<Acted | null> {
  try {
    return await work()
  } catch (err) {
    if (err instanceof StepFailed) return null
    throw err
  }
}
