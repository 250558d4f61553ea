import type { GlpiDatabase, Row } from '../database.ts'
import type { Itemtype } from '../itemtypes.ts'
import { groupActor, userActor, userColumn } from './actor-options.ts'
import { column, computed, type Datatype, dropdown, type SearchOption } from './option.ts'

const own = (id: number, name: string, field: string, datatype: Datatype) =>
  column('Ticket', [id, name], field, datatype)

interface Timeline {
  type: Itemtype
  table: string
  field: string
  datatype: Datatype
}

const rowsOf = (db: GlpiDatabase, type: Itemtype, ticket: Row) =>
  type === 'TicketTask'
    ? db.where(type, { tickets_id: ticket.id })
    : db.where(type, { itemtype: 'Ticket', items_id: ticket.id })

/** An option over the followups, tasks or solutions of the ticket: one value per row. */
const timeline = (id: number, name: string, { type, table, field, datatype }: Timeline): SearchOption =>
  computed([id, name], { table, field, datatype }, (ticket, db) =>
    rowsOf(db, type, ticket).map((row) => row[field] ?? null),
  )

const counted = (id: number, name: string, type: Itemtype, table: string): SearchOption =>
  computed([id, name], { table, field: 'id', datatype: 'number' }, (ticket, db) => [
    rowsOf(db, type, ticket).length,
  ])

const followup = { type: 'ITILFollowup', table: 'glpi_itilfollowups' } as const
const task = { type: 'TicketTask', table: 'glpi_tickettasks' } as const
const solution = { type: 'ITILSolution', table: 'glpi_itilsolutions' } as const

const requesterMail = computed(
  [34, 'E-mail du demandeur'],
  { table: 'glpi_tickets_users', field: 'alternative_email', datatype: 'string' },
  (ticket, db) =>
    db.where('Ticket_User', { tickets_id: ticket.id, type: 1 }).map((link) => link.alternative_email ?? null),
)

/** Search options of Ticket that the demo serves (1.6). */
export const ticketOptions: readonly SearchOption[] = [
  own(1, 'Titre', 'name', 'itemlink'),
  own(2, 'ID', 'id', 'number'),
  own(21, 'Description', 'content', 'text'),
  own(12, 'Statut', 'status', 'specific'),
  own(10, 'Urgence', 'urgency', 'specific'),
  own(11, 'Impact', 'impact', 'specific'),
  own(3, 'Priorité', 'priority', 'specific'),
  own(14, 'Type', 'type', 'specific'),
  own(15, "Date d'ouverture", 'date', 'datetime'),
  own(16, 'Date de clôture', 'closedate', 'datetime'),
  own(17, 'Date de résolution', 'solvedate', 'datetime'),
  own(18, 'TTR', 'time_to_resolve', 'datetime'),
  own(19, 'Dernière modification', 'date_mod', 'datetime'),
  own(45, 'Durée totale', 'actiontime', 'number'),
  own(150, 'Délai de prise en compte', 'takeintoaccount_delay_stat', 'number'),
  own(152, 'Délai de clôture', 'close_delay_stat', 'number'),
  own(153, "Temps d'attente", 'waiting_duration', 'number'),
  own(154, 'Délai de résolution', 'solve_delay_stat', 'number'),
  own(155, 'TTO', 'time_to_own', 'datetime'),
  dropdown([7, 'Catégorie'], 'itilcategories_id', 'ITILCategory'),
  dropdown([80, 'Entité'], 'entities_id', 'Entity'),
  dropdown([83, 'Lieu'], 'locations_id', 'Location'),
  dropdown([9, 'Source de la demande'], 'requesttypes_id', 'RequestType'),
  userActor([4, 'Demandeur'], 'requester'),
  userActor([5, 'Technicien'], 'assigned'),
  userActor([66, 'Observateur'], 'observer'),
  groupActor([71, 'Groupe demandeur'], 'requester'),
  groupActor([8, 'Groupe de techniciens'], 'assigned'),
  groupActor([65, 'Groupe observateur'], 'observer'),
  userColumn([22, 'Rédacteur'], 'users_id_recipient'),
  userColumn([64, 'Dernière modification par'], 'users_id_lastupdater'),
  requesterMail,
  timeline(25, 'Suivi - Description', { ...followup, field: 'content', datatype: 'text' }),
  timeline(36, 'Suivi - Date', { ...followup, field: 'date', datatype: 'datetime' }),
  timeline(91, 'Suivi privé', { ...followup, field: 'is_private', datatype: 'bool' }),
  timeline(93, 'Suivi - Rédacteur', { ...followup, field: 'users_id', datatype: 'dropdown' }),
  counted(27, 'Nombre de suivis', 'ITILFollowup', 'glpi_itilfollowups'),
  timeline(26, 'Tâche - Description', { ...task, field: 'content', datatype: 'text' }),
  timeline(33, 'Tâche - Statut', { ...task, field: 'state', datatype: 'specific' }),
  counted(28, 'Nombre de tâches', 'TicketTask', 'glpi_tickettasks'),
  timeline(24, 'Solution', { ...solution, field: 'content', datatype: 'text' }),
  timeline(23, 'Type de solution', { ...solution, field: 'solutiontypes_id', datatype: 'dropdown' }),
  timeline(38, 'Statut de la solution', { ...solution, field: 'status', datatype: 'specific' }),
]
