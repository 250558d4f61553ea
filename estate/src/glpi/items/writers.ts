import type { GlpiCall } from '../call.ts'
import type { Row } from '../database.ts'
import { rightMissing } from '../glpi-error.ts'
import type { Itemtype } from '../itemtypes.ts'
import { followupDefaults, solutionDefaults, taskDefaults } from '../rows.ts'
import { addActor, unlinkActor } from './actors.ts'
import { addFollowup } from './add-followup.ts'
import { addSolution } from './add-solution.ts'
import { addTask } from './add-task.ts'
import { addTicket } from './add-ticket.ts'
import { updateTicket } from './update-ticket.ts'
import { columnsIn, type Input } from './write-context.ts'

/** What the account of the API may do to one itemtype. */
export interface Writer {
  /** Returns the new id; throws WriteRefused. */
  add(call: GlpiCall, input: Input): number
  update(call: GlpiCall, row: Row, input: Input): void
  remove(call: GlpiCall, row: Row, isPurge: boolean): void
}

const frozen = ['id', 'itemtype', 'items_id', 'tickets_id', 'status', 'date_creation']

function updateColumns(type: Itemtype, columns: () => Record<string, string | number | null>) {
  return (call: GlpiCall, row: Row, input: Input) => {
    const changes = Object.entries(columnsIn(input, columns())).filter(([column]) => !frozen.includes(column))
    call.server.db.update(type, row.id, {
      ...Object.fromEntries(changes),
      users_id_editor: call.session.userId,
    })
  }
}

const removeFrom = (type: Itemtype) => (call: GlpiCall, row: Row) => call.server.db.remove(type, row.id)

const refuseUpdate = () => {
  throw rightMissing()
}

const writers: Partial<Record<Itemtype, Writer>> = {
  Ticket: {
    add: addTicket,
    update: updateTicket,
    remove: ({ server }, row, isPurge) => {
      if (isPurge) server.db.remove('Ticket', row.id)
      else server.db.update('Ticket', row.id, { is_deleted: 1 })
    },
  },
  ITILFollowup: {
    add: addFollowup,
    update: updateColumns('ITILFollowup', () => followupDefaults(0, '', 0)),
    remove: removeFrom('ITILFollowup'),
  },
  TicketTask: {
    add: addTask,
    update: updateColumns('TicketTask', () => taskDefaults(0, '', 0)),
    remove: removeFrom('TicketTask'),
  },
  ITILSolution: {
    add: addSolution,
    update: updateColumns('ITILSolution', () => solutionDefaults(0, '', 0)),
    remove: removeFrom('ITILSolution'),
  },
  Ticket_User: {
    add: (call, input) => addActor(call, input, 'User'),
    update: refuseUpdate,
    remove: (call, row) => unlinkActor(call, 'Ticket_User', row),
  },
  Group_Ticket: {
    add: (call, input) => addActor(call, input, 'Group'),
    update: refuseUpdate,
    remove: (call, row) => unlinkActor(call, 'Group_Ticket', row),
  },
}

/** The writer of an itemtype; throws ERROR_RIGHT_MISSING for what this account may only read. */
export function writerOf(type: Itemtype): Writer {
  const writer = writers[type]
  if (!writer) throw rightMissing()
  return writer
}
