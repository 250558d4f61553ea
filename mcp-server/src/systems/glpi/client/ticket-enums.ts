import { ticketStatuses } from '@hub/contracts'
import type { TicketActor, TicketStatus, TicketType } from '../domain/ticket.ts'

/** Status by its number; numbers of other items (changes, problems) are `other` (protocol section 1.8). */
export function statusOf(status: number | null): TicketStatus {
  return ticketStatuses[(status ?? 0) - 1] ?? 'other'
}

/** Number of a status. */
export function statusNumber(status: Exclude<TicketStatus, 'other'>): number {
  return ticketStatuses.indexOf(status) + 1
}

const types: Record<number, TicketType> = { 1: 'incident', 2: 'request' }

/** Type by its number. */
export function typeOf(type: number): TicketType {
  return types[type] ?? 'other'
}

/** Numbers of the roles of people and groups at a ticket. */
export const roleNumbers: Record<TicketActor['role'], number> = { requester: 1, assigned: 2, observer: 3 }

/** Role by its number, or undefined. */
export function roleOf(type: number): TicketActor['role'] | undefined {
  const roles = ['requester', 'assigned', 'observer'] as const
  return roles.find((role) => roleNumbers[role] === type)
}
