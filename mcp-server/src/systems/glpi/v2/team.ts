import { readShape } from '@hub/kernel'
import { z } from 'zod'
import { missingTicket } from '../client/read-ticket.ts'
import { roleNumbers, roleOf } from '../client/ticket-enums.ts'
import type { Assignee, TicketActor } from '../domain/ticket.ts'
import { personName } from '../format/person-name.ts'
import { answerErrorCode, refused } from './answer-error.ts'
import { TeamMember } from './schemas.ts'
import type { V2Transport } from './transport.ts'

type Role = TicketActor['role']

interface Membership {
  ticketId: number
  member: Assignee
  role: Role
}

/** People and groups of a ticket. A requester without account shows neither id nor address, and is left out. */
export async function readTeam(
  transport: V2Transport,
  ticketId: number,
  signal?: AbortSignal,
): Promise<TicketActor[]> {
  const answer = await transport.call({ path: teamPath(ticketId), missing: missingTicket(ticketId), signal })
  const team = readShape(z.array(TeamMember), answer.data, {
    system: 'GLPI',
    what: 'the people of the ticket',
  })
  return toActors(team)
}

/** Members of a team as actors; what is neither a user nor a group is left out. */
export function toActors(team: TeamMember[]): TicketActor[] {
  return team.flatMap((member): TicketActor[] => {
    const role = roleIn(member.role)
    const target = memberOf(member.href)
    if (role === undefined || target === undefined || target.id === 0) return []
    const name = target.kind === 'user' ? personName(member) : member.name || `#${target.id}`
    return [{ role, ...target, name, email: null }]
  })
}

/** Adds a member. @throws ConflictError `glpi.refused`, also for who is there already */
export async function addMember(
  transport: V2Transport,
  membership: Membership,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await postMember(transport, { ...membership, role: roleNumbers[membership.role] }, signal)
  } catch (error) {
    if (answerErrorCode(error) !== 'ERROR_INVALID_PARAMETER') throw error
    // The first builds of GLPI 11 know roles by number only, its documentation names them: 400 did nothing.
    await postMember(transport, membership, signal).catch((again: unknown) => {
      throw answerErrorCode(again) === 'ERROR_INVALID_PARAMETER' ? refused({ system: 'GLPI' }) : again
    })
  }
}

async function postMember(
  transport: V2Transport,
  { ticketId, member, role }: { ticketId: number; member: Assignee; role: Role | number },
  signal?: AbortSignal,
): Promise<void> {
  await transport.call({
    method: 'POST',
    path: teamPath(ticketId),
    body: { ...bodyOf(member), role },
    missing: missingTicket(ticketId),
    signal,
  })
}

/** Takes a member out; one that is not there stays so. */
export async function removeMember(
  transport: V2Transport,
  { ticketId, member, role }: Membership,
  signal?: AbortSignal,
): Promise<void> {
  await transport.call({
    method: 'DELETE',
    path: teamPath(ticketId),
    body: { ...bodyOf(member), role: roleNumbers[role] },
    missing: missingTicket(ticketId),
    signal,
  })
}

const teamPath = (ticketId: number) => `/Assistance/Ticket/${ticketId}/TeamMember`

function bodyOf({ kind, id }: Assignee) {
  return { type: kind === 'user' ? 'User' : 'Group', id }
}

function roleIn(role: string | number): Role | undefined {
  if (typeof role === 'number') return roleOf(role)
  return (Object.keys(roleNumbers) as Role[]).find((known) => known === role)
}

/** `/front/user.form.php?id=6` or `/Administration/User/6`, by the build of GLPI. */
function memberOf(href: string): Assignee | undefined {
  const match = /(?:\/front\/(user|group)\.form\.php\?id=|\/Administration\/(User|Group)\/)(\d+)$/i.exec(href)
  if (match === null) return undefined
  const kind = (match[1] ?? match[2] ?? '').toLowerCase() === 'group' ? 'group' : 'user'
  return { kind, id: Number(match[3]) }
}
