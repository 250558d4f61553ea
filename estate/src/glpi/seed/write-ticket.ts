import { hour, minute, toLocalText } from '../../clock.ts'
import { toHtml } from '../../data/html.ts'
import type { GlpiDatabase, NewRow } from '../database.ts'
import { priorityOf } from '../priority.ts'
import { followupDefaults, solutionDefaults, taskDefaults, ticketDefaults } from '../rows.ts'
import type { TicketDraft } from './ticket-draft.ts'
import { userIdOf } from './users.ts'

const text = (at: number) => toLocalText(new Date(at))

/** Group of technicians per top category: accounts and desks to support, links to the network team. */
const groupOf = (category: number) =>
  category >= 10 && category < 20 ? 2 : category >= 30 && category < 40 ? 3 : 1

/** Stores a drafted ticket with its actors and thread under that id. */
export function writeTicket(db: GlpiDatabase, draft: TicketDraft & { id: number; technician: number }): void {
  const { id, story, status, openedAt, takenAt, solution, technician } = draft
  const writer = draft.isAnonymous ? 0 : userIdOf(draft.requester.person)
  const opened = text(openedAt)
  const last = solution?.at ?? draft.thread.at(-1)?.at ?? takenAt ?? openedAt
  const location = db.where('Location', { entities_id: draft.requester.client.id })[1]
  db.insert('Ticket', {
    ...ticketDefaults(opened, writer),
    id,
    name: draft.title,
    content: draft.content,
    entities_id: draft.requester.client.id,
    itilcategories_id: story.category,
    type: story.type,
    status,
    urgency: story.urgency,
    impact: 3,
    priority: priorityOf(story.urgency, 3),
    requesttypes_id: draft.isAnonymous ? 2 : 1,
    locations_id: location?.id ?? 0,
    takeintoaccountdate: takenAt === null ? null : text(takenAt),
    takeintoaccount_delay_stat: takenAt === null ? 0 : Math.round((takenAt - openedAt) / 1000),
    begin_waiting_date: status === 4 ? text(last) : null,
    solvedate: solution ? text(solution.at) : null,
    closedate: solution && status === 6 ? text(solution.at + 48 * hour) : null,
    solve_delay_stat: solution ? Math.round((solution.at - openedAt) / 1000) : 0,
    actiontime: solution ? 900 : 0,
    date_mod: text(last),
    users_id_lastupdater: technician || writer,
  })
  writeActors(db, draft, writer)
  writeThread(db, draft, writer)
}

function writeActors(
  db: GlpiDatabase,
  draft: TicketDraft & { id: number; technician: number },
  writer: number,
): void {
  const { id, technician, requester, isAnonymous } = draft
  const link = { tickets_id: id, use_notification: 1, alternative_email: null }
  const mail = isAnonymous ? (draft.from ?? `accueil@${requester.client.domain}`) : null
  db.insert('Ticket_User', { ...link, users_id: writer, type: 1, alternative_email: mail })
  if (technician) db.insert('Ticket_User', { ...link, users_id: technician, type: 2 })
  if (draft.status !== 1) {
    db.insert('Group_Ticket', { tickets_id: id, groups_id: groupOf(draft.story.category), type: 2 })
  }
}

function writeThread(
  db: GlpiDatabase,
  draft: TicketDraft & { id: number; technician: number },
  writer: number,
): void {
  const { id, technician } = draft
  for (const { by, text: said, isPrivate, at } of draft.thread) {
    const author = by === 'technician' ? technician : writer
    const content = toHtml(said)
    db.insert('ITILFollowup', {
      ...followupDefaults(id, text(at), author),
      content,
      is_private: isPrivate ? 1 : 0,
    })
  }
  if (draft.task !== null && draft.takenAt !== null) {
    const begin = draft.takenAt + 30 * minute
    db.insert('TicketTask', {
      ...taskDefaults(id, text(draft.takenAt), technician),
      content: toHtml(draft.task),
      state: draft.solution ? 2 : 1,
      actiontime: 1800,
      begin: text(begin),
      end: text(begin + 30 * minute),
      users_id_tech: technician,
    })
  }
  if (draft.solution) {
    const date = text(draft.solution.at)
    const approval: NewRow =
      draft.status === 6 ? { status: 3, date_approval: text(draft.solution.at + 48 * hour) } : {}
    const content = toHtml(draft.solution.text)
    db.insert('ITILSolution', {
      ...solutionDefaults(id, date, technician),
      content,
      solutiontypes_id: 1,
      ...approval,
    })
  }
}
