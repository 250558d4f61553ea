import { type ActionPreview, glpiAddTask, type LocalizedText } from '@hub/contracts'
import type { z } from 'zod'
import { defineEffectTool, type ToolContext, type Verification } from '../../../tools/define-tool.ts'
import { previewFact } from '../../preview-fact.ts'
import type { GlpiClient } from '../domain/client.ts'
import type { TicketStatus } from '../domain/ticket.ts'
import type { Task } from '../domain/timeline.ts'
import { findPerson } from '../find-person.ts'
import { timedKey } from '../format/marker.ts'
import { matchWritten, storedText } from '../match-written.ts'
import { assertSameTicket, ticketTarget } from '../ticket-target.ts'
import { writeOnce } from '../write-once.ts'

type Args = z.infer<typeof glpiAddTask.input>

/** `glpi_add_task`: something to do or done, written once per key. */
export function addTaskTool(glpi: GlpiClient) {
  const tasksOf = async (ticketId: number, signal: AbortSignal) =>
    (await glpi.tasks.list(ticketId, 'all', signal)).rows
  const idOfKey = async (ticketId: number, key: string, signal: AbortSignal) =>
    (await tasksOf(ticketId, signal)).find((task) => task.key === key)?.id
  const read = async (args: Args, ctx: Pick<ToolContext, 'signal' | 'target'>) => {
    const [ticket, technician] = await Promise.all([
      glpi.tickets.get(args.ticketId, ctx.signal),
      technicianOf(glpi, args, ctx.signal),
    ])
    const target = ticketTarget(ticket, technician && [{ kind: 'user', id: technician.id }])
    assertSameTicket(target, ctx)
    return { ticket, technician, target }
  }
  return defineEffectTool({
    descriptor: glpiAddTask,
    reversible: false,
    target: async (args, { signal }) => (await read(args, { signal })).target,
    async preview(args, ctx) {
      const { ticket, technician } = await read(args, ctx)
      return preview(args, ticket.status, technician?.name ?? null)
    },
    async run(args, ctx) {
      const { signal, now } = ctx
      const { ticketId, content: text, isPrivate, state, minutes, idempotencyKey } = args
      const technicianId = (await read(args, ctx)).technician?.id
      const key = idempotencyKey ?? timedKey(now)
      const { id, alreadyThere } = await writeOnce({
        isKeyed: idempotencyKey !== undefined,
        find: () => idOfKey(ticketId, key, signal),
        write: () => glpi.tasks.add({ ticketId, text, isPrivate, state, minutes, technicianId, key }, signal),
      })
      return { data: { ticketId, taskId: id, alreadyThere }, summary: summary(args, alreadyThere) }
    },
    async verify(args, { data }, { signal }) {
      return verdict(
        (await tasksOf(args.ticketId, signal)).find(({ id }) => id === data.taskId),
        args,
      )
    },
    async reconcile({ ticketId, content, isPrivate, idempotencyKey: key }, startedAt, { signal }) {
      if (key !== undefined) return (await idOfKey(ticketId, key, signal)) === undefined ? 'no' : 'yes'
      const text = storedText(content)
      const tasks = await tasksOf(ticketId, signal)
      return matchWritten(
        tasks.filter((task) => task.text === text && task.isPrivate === isPrivate),
        startedAt,
      )
    },
  })
}

async function technicianOf(glpi: GlpiClient, { technician }: Args, signal: AbortSignal) {
  return technician === undefined ? undefined : findPerson(glpi, { person: technician }, signal)
}

function summary({ ticketId, isPrivate }: Args, alreadyThere: boolean): LocalizedText {
  if (alreadyThere) {
    return {
      fr: `La tâche est déjà au ticket n° ${ticketId}.`,
      en: `The task is already on ticket #${ticketId}.`,
    }
  }
  return {
    fr: `Tâche ${isPrivate ? 'privée' : 'publique'} ajoutée au ticket n° ${ticketId}.`,
    en: `${isPrivate ? 'Private' : 'Public'} task added to ticket #${ticketId}.`,
  }
}

function verdict(task: Task | undefined, { isPrivate, state, minutes }: Args): Verification {
  if (task === undefined) {
    const detail = { fr: 'La tâche n’est pas dans le ticket.', en: 'The task is not in the ticket.' }
    return { status: 'mismatch', detail }
  }
  if (task.isPrivate !== isPrivate || task.state !== state || task.minutes !== minutes) {
    const detail = {
      fr: 'GLPI a changé la tâche en l’écrivant.',
      en: 'GLPI changed the task as it wrote it.',
    }
    return { status: 'mismatch', detail }
  }
  return {
    status: 'verified',
    detail: { fr: 'La tâche est dans le ticket.', en: 'The task is in the ticket.' },
  }
}

const stateLabels: Record<Args['state'], LocalizedText> = {
  todo: { fr: 'À faire', en: 'To do' },
  done: { fr: 'Faite', en: 'Done' },
  information: { fr: 'Information', en: 'Information' },
}

function preview(args: Args, status: TicketStatus, technician: string | null): ActionPreview {
  const { content, isPrivate, state, minutes } = args
  const visibility = { fr: 'Privé (techniciens seulement)', en: 'Private (technicians only)' }
  const duration = { fr: 'Durée (minutes)', en: 'Duration (minutes)' }
  return {
    before: [],
    after: [
      previewFact('content', { fr: 'Tâche', en: 'Task' }, { value: content, changed: true }),
      previewFact('state', { fr: 'État', en: 'State' }, { value: stateLabels[state], changed: true }),
      previewFact('minutes', duration, { value: minutes, kind: 'number', changed: minutes > 0 }),
      ...(technician === null
        ? []
        : [
            previewFact(
              'technician',
              { fr: 'Technicien', en: 'Technician' },
              { value: technician, changed: true },
            ),
          ]),
      previewFact('isPrivate', visibility, { value: isPrivate, kind: 'boolean', changed: true }),
    ],
    warnings: [
      ...(isPrivate ? [] : [{ fr: 'Le client lira ce texte.', en: 'The client will read this text.' }]),
      ...(status === 'closed' ? [{ fr: 'Le ticket est clos.', en: 'The ticket is closed.' }] : []),
    ],
    complete: true,
  }
}
