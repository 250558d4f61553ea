import { addFollowup } from '../../glpi/items/add-followup.ts'
import { addSolution } from '../../glpi/items/add-solution.ts'
import { addTask } from '../../glpi/items/add-task.ts'
import { ticketOf } from '../../glpi/itemtypes.ts'
import type { V2Call, V2Reply } from '../call.ts'
import { compileFilter } from '../rsql/compile.ts'
import { present } from '../schemas/schema.ts'
import { type TimelineKind, timelineSchemas } from '../schemas/timeline.ts'
import { filterOf } from './list-items.ts'
import { visibleRow } from './read-item.ts'
import { attempt, toInput, type WritableFields } from './write-input.ts'

/** The timeline shows this many of each kind and has no further pages. */
const most = 1000

const entry = { content: 'content', user: 'users_id', date: 'date' }
const fields: Record<TimelineKind, WritableFields> = {
  Followup: { ...entry, is_private: 'is_private', request_type: 'requesttypes_id' },
  Task: {
    ...entry,
    is_private: 'is_private',
    user_tech: 'users_id_tech',
    group_tech: 'groups_id_tech',
    duration: 'actiontime',
    state: 'state',
  },
  Solution: { ...entry, type: 'solutiontypes_id' },
}
const writers = { Followup: addFollowup, Task: addTask, Solution: addSolution } as const

/** GET Timeline and Timeline/{kind} (2.4): each entry beside the name of its kind; `filter` as in lists. */
export function listTimeline(call: V2Call, ticketId: number, kinds: readonly TimelineKind[]): V2Reply {
  const { db } = call.server.glpi
  visibleRow(call, 'Ticket', ticketId)
  const body = kinds.flatMap((type) => {
    const schema = timelineSchemas[type]
    const link = ticketOf(schema.itemtype)
    const keeps = compileFilter(filterOf(call), { schema, db })
    const rows = db.where(schema.itemtype, {
      [link]: ticketId,
      ...(link === 'items_id' && { itemtype: 'Ticket' }),
    })
    return rows
      .filter(keeps)
      .slice(0, most)
      .map((row) => ({ type, item: present(schema, row, db) }))
  })
  return { status: 200, body }
}

/** POST Timeline/{kind}: the link to the ticket comes from the path, whatever the body says. */
export function addToTimeline(call: V2Call, ticketId: number, kind: TimelineKind): V2Reply {
  visibleRow(call, 'Ticket', ticketId)
  const link = kind === 'Task' ? { tickets_id: ticketId } : { itemtype: 'Ticket', items_id: ticketId }
  const input = { ...toInput(call.body, fields[kind]), ...link }
  const id = attempt('create', () => writers[kind](call.glpi, input))
  const href = `/Assistance/Ticket/${ticketId}/Timeline/${kind}/${id}`
  return { status: 200, body: { id, href }, headers: { Location: href } }
}
