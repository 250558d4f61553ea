import { ConflictError, NotFoundError } from '@hub/contracts'
import type { GlpiClient } from './domain/client.ts'
import type { Entity } from './domain/organisation.ts'

const maxCandidates = 5

/**
 * The one client that is meant: by number, or by a name that only one client has or begins to have.
 * @throws NotFoundError `glpi.client_not_found`; ConflictError `glpi.client_ambiguous` with the candidates
 */
export async function findClient(
  glpi: GlpiClient,
  client: string | number,
  signal?: AbortSignal,
): Promise<Entity> {
  const name = String(client).trim()
  if (/^\d{1,10}$/.test(name)) return glpi.entities.get(Number(name), signal)
  const { entities, total } = await glpi.entities.find(name, 20, signal)
  const exact = entities.filter((entity) => fold(entity.name) === fold(name))
  const [only] = exact.length === 1 ? exact : total === 1 ? entities : []
  if (only !== undefined) return only
  if (entities.length === 0) {
    throw new NotFoundError(`GLPI has no client named ${name}`, {
      reason: 'glpi.client_not_found',
      params: { client: name },
    })
  }
  const candidates = entities.slice(0, maxCandidates).map((entity) => `${entity.name} (${entity.id})`)
  throw new ConflictError(`Several clients match ${name}: ${candidates.join(', ')}`, {
    reason: 'glpi.client_ambiguous',
    params: { client: name, candidates: candidates.join(', ') },
  })
}

function fold(text: string): string {
  const words = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
