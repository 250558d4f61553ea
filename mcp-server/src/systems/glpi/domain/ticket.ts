import type { Ticket, TicketStatus as TicketStatusSchema } from '@hub/contracts'
import type { z } from 'zod'

export type TicketStatus = z.infer<typeof TicketStatusSchema>
export type TicketType = z.infer<typeof Ticket>['type']

/** A ticket without its people and thread. Texts are plain, instants ISO 8601 in UTC. */
export interface TicketRecord {
  id: number
  title: string
  /** Without the marker of the Hub. */
  text: string
  status: TicketStatus
  type: TicketType
  /** 1 very low to 5 very high. */
  urgency: number
  /** 1 very low to 6 major. */
  priority: number
  category: NamedItem | null
  client: TicketClient
  /** Its description carries a marker, and the Hub's own account wrote it. */
  openedByHub: boolean
  openedAt: string | null
  updatedAt: string | null
  solvedAt: string | null
  closedAt: string | null
}

/** The entity of a ticket; its name is the complete one without the root of the tree. */
export interface TicketClient {
  id: number
  name: string | null
}

/** A row of a tree or a list; trees give their complete name. */
export interface NamedItem {
  id: number
  name: string
}

/** Somebody of a ticket. */
export interface TicketActor {
  role: 'requester' | 'assigned' | 'observer'
  kind: 'user' | 'group'
  /** Null for a requester without account (then `email` is set) and for a group known by name only. */
  id: number | null
  /** Always given for a group of `actors`; null for a user means: ask `users.names`. */
  name: string | null
  email: string | null
}

/** One line of a search. */
export interface TicketSummary {
  id: number
  title: string
  status: TicketStatus
  priority: number
  category: string | null
  clientName: string | null
  actors: TicketActor[]
  openedAt: string | null
  updatedAt: string | null
}

/** `open` is neither solved nor closed, `done` is one of the two. */
export type TicketStatusFilter = Exclude<TicketStatus, 'other'> | 'open' | 'done'

/** Every condition that is given must hold; a list of ids matches any of them. */
export interface TicketQuery {
  /** Every word must be in the title or in the description. */
  text?: string | undefined
  /** The entity and those below it. */
  clientId?: number | undefined
  status?: TicketStatusFilter | undefined
  /** The category and those below it. */
  categoryId?: number | undefined
  requesterIds?: number[] | undefined
  technicianIds?: number[] | undefined
  groupIds?: number[] | undefined
  openedSince?: Date | undefined
  openedUntil?: Date | undefined
  /** Only tickets with a higher number. */
  afterId?: number | undefined
  /** Newest or highest first; the last two by number. */
  sort: 'opened' | 'updated' | 'priority' | 'newest' | 'oldest'
  /** 1 to 100. */
  limit: number
}

export interface NewTicket {
  clientId: number
  /** Plain text, like the title. */
  text: string
  title: string
  type: 'incident' | 'request'
  urgency: number
  categoryId?: number | undefined
  requesterId?: number | undefined
  /** Kept in the description as the marker of the Hub. */
  key: string
}

/** A status that a plain change may set: solving and closing are other actions. */
export type OpenStatus = 'new' | 'assigned' | 'planned' | 'pending'

export interface TicketChanges {
  title?: string | undefined
  urgency?: number | undefined
  priority?: number | undefined
  categoryId?: number | undefined
  status?: OpenStatus | 'closed' | undefined
}

/** A ticket that the Hub's own account opened, with the key of its marker. */
export interface WrittenTicket {
  id: number
  title: string
  text: string
  key: string
}

export type Assignee = { kind: 'user' | 'group'; id: number }

/** Tickets. A write is sent once and throws when its answer is lost: the caller looks whether it happened. */
export interface GlpiTickets {
  /** @throws NotFoundError `glpi.ticket_not_found`, also for a ticket in the bin */
  get(ticketId: number, signal?: AbortSignal): Promise<TicketRecord>
  /** Requesters, observers and assigned technicians and groups. */
  actors(ticketId: number, signal?: AbortSignal): Promise<TicketActor[]>
  /** The first tickets that match, and how many do in total. */
  search(query: TicketQuery, signal?: AbortSignal): Promise<{ tickets: TicketSummary[]; total: number }>
  /** Tickets of an entity and those below it that are neither solved nor closed. */
  countOpen(entityId: number, signal?: AbortSignal): Promise<number>
  /**
   * Tickets of exactly this entity that the Hub's own account opened and marked: with `key` the one that carries
   * it, with `since` those opened since (less a day for clocks that differ).
   */
  written(
    query: { clientId: number; key?: string; since?: Date },
    signal?: AbortSignal,
  ): Promise<WrittenTicket[]>
  /** Opens a ticket. Out: its id. @throws ConflictError `glpi.refused` */
  create(ticket: NewTicket, signal?: AbortSignal): Promise<number>
  /**
   * Sends changes. GLPI drops in silence what the account may not change: read the ticket again.
   * @throws NotFoundError, ConflictError `glpi.refused`
   */
  update(ticketId: number, changes: TicketChanges, signal?: AbortSignal): Promise<void>
  /** Adds one to those assigned; a new ticket becomes "assigned". @throws ConflictError when already there */
  assign(ticketId: number, assignee: Assignee, signal?: AbortSignal): Promise<void>
  /** Takes one from those assigned; who is not there stays so. The last one gone, GLPI may make the ticket new. */
  unassign(ticketId: number, assignee: Assignee, signal?: AbortSignal): Promise<void>
}
