import { ConflictError, NotFoundError } from '@hub/contracts'
import type { GlpiClient } from './domain/client.ts'
import type { GlpiUser } from './domain/organisation.ts'

const maxRead = 20
const maxCandidates = 5

interface Wanted {
  /** Login, e-mail or name. */
  person: string
  /** Only people of this client. */
  clientId?: number | undefined
}

/** Everybody who may be meant, active or not. @throws NotFoundError `glpi.person_not_found` */
export async function findPeople(
  glpi: GlpiClient,
  wanted: Wanted,
  signal?: AbortSignal,
): Promise<GlpiUser[]> {
  const { person, clientId } = wanted
  const users = await glpi.users.find(person, { limit: maxRead, clientId }, signal)
  if (users.length > 0) return users
  throw new NotFoundError(
    `GLPI has nobody named ${person}${clientId === undefined ? '' : ' at this client'}`,
    {
      reason: 'glpi.person_not_found',
      params: { person },
    },
  )
}

/**
 * The one active person who is meant.
 * @throws NotFoundError `glpi.person_not_found`; ConflictError `glpi.person_ambiguous`, `glpi.person_inactive`
 */
export async function findPerson(glpi: GlpiClient, wanted: Wanted, signal?: AbortSignal): Promise<GlpiUser> {
  const { person } = wanted
  const active = (await findPeople(glpi, wanted, signal)).filter(({ isActive }) => isActive)
  const [only] = active
  if (only === undefined) {
    throw new ConflictError(`The account ${person} is not active in GLPI`, {
      reason: 'glpi.person_inactive',
      params: { person },
    })
  }
  if (active.length === 1) return only
  const candidates = active
    .slice(0, maxCandidates)
    .map(({ name, login }) => `${name} (${login})`)
    .join(', ')
  throw new ConflictError(`Several people match ${person}: ${candidates}`, {
    reason: 'glpi.person_ambiguous',
    params: { person, candidates },
  })
}
