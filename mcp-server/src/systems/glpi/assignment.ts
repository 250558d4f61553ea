import type { GlpiClient } from './domain/client.ts'
import type { Assignee, TicketActor } from './domain/ticket.ts'
import { findGroup } from './find-named.ts'
import { findPerson } from './find-person.ts'

type Kind = Assignee['kind']

/** Who a ticket is to be with: of the kinds that are named, exactly these. */
export interface WantedAssignment {
  kinds: Kind[]
  assignees: (Assignee & { name: string })[]
}

const nobody = '-'
const separator = ';'

/**
 * The people and groups that the arguments name; `-` is nobody.
 * @throws NotFoundError, ConflictError of `findPerson` and `findGroup`
 */
export async function readWanted(
  glpi: GlpiClient,
  { technician, group }: { technician?: string | undefined; group?: string | undefined },
  signal: AbortSignal,
): Promise<WantedAssignment> {
  const people = namesIn(technician).map(async (person) => {
    const { id, name } = await findPerson(glpi, { person }, signal)
    return { kind: 'user' as const, id, name }
  })
  const groups = namesIn(group).map(async (name) => {
    const found = await findGroup(glpi, name, signal)
    return { kind: 'group' as const, id: found.id, name: found.name }
  })
  const kinds: Kind[] = [
    ...(technician === undefined ? [] : ['user' as const]),
    ...(group === undefined ? [] : ['group' as const]),
  ]
  return { kinds, assignees: await Promise.all([...people, ...groups]) }
}

function namesIn(list: string | undefined): string[] {
  const names = (list ?? '').split(separator).map((name) => name.trim())
  return [...new Set(names)].filter((name) => name !== '' && name !== nobody)
}

/** What has to be added and taken away; pure. */
export function changesTo(
  actors: TicketActor[],
  wanted: WantedAssignment,
): { add: Assignee[]; remove: Assignee[] } {
  const present = actors.flatMap(({ role, kind, id }) =>
    role === 'assigned' && id !== null && wanted.kinds.includes(kind) ? [{ kind, id }] : [],
  )
  const isIn = (list: Assignee[]) => (one: Assignee) =>
    list.some(({ kind, id }) => kind === one.kind && id === one.id)
  const isWanted = isIn(wanted.assignees)
  const isPresent = isIn(present)
  return {
    add: wanted.assignees.filter((one) => !isPresent(one)).map(({ kind, id }) => ({ kind, id })),
    remove: present.filter((one) => !isWanted(one)),
  }
}

export interface Assigned {
  technicians: string[]
  groups: string[]
}

/** Names of those a ticket is with. */
export async function describeAssigned(
  glpi: GlpiClient,
  actors: TicketActor[],
  signal: AbortSignal,
): Promise<Assigned> {
  const assigned = actors.filter(({ role }) => role === 'assigned')
  const names = await glpi.users.names(
    assigned.flatMap(({ kind, id }) => (kind === 'user' && id !== null ? id : [])),
    signal,
  )
  const nameOf = ({ id, name, email }: TicketActor) =>
    name ?? (id === null ? undefined : names.get(id)) ?? email ?? `#${id}`
  return {
    technicians: assigned.filter(({ kind }) => kind === 'user').map(nameOf),
    groups: assigned.filter(({ kind }) => kind === 'group').map(nameOf),
  }
}

/**
 * Arguments that give the present assignment of those kinds back, by logins and complete names; null when one of
 * them cannot be named so that only they are meant.
 */
export async function argumentsFor(
  glpi: GlpiClient,
  actors: TicketActor[],
  { kinds, signal }: { kinds: Kind[]; signal: AbortSignal },
): Promise<{ technician: string | null; group: string | null } | null> {
  const assigned = actors.filter(({ role }) => role === 'assigned')
  const users = assigned.filter(({ kind }) => kind === 'user')
  const logins = await Promise.all(
    users.map(async ({ id }) => (id === null ? undefined : (await glpi.users.get(id, signal))?.login)),
  )
  const groups = assigned.filter(({ kind }) => kind === 'group').map(({ name }) => name ?? undefined)
  const technician = kinds.includes('user') ? listOf(logins) : null
  const group = kinds.includes('group') ? listOf(groups) : null
  return technician === undefined || group === undefined ? null : { technician, group }
}

/** The names as one argument, or undefined when one is missing or would be read as two. */
function listOf(names: (string | undefined)[]): string | undefined {
  const isUsable = names.every((name) => name !== undefined && name !== '' && !name.includes(separator))
  if (!isUsable) return undefined
  return names.length === 0 ? nobody : names.join(separator)
}
