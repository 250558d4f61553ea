import { ConflictError, NotFoundError } from '@hub/contracts'
import type { GlpiClient } from './domain/client.ts'
import type { Entity } from './domain/organisation.ts'
import { foldText } from './format/search-words.ts'

const maxCandidates = 5
const maxRead = 100

/**
 * The one client that is meant: by number, or by a name that only one client has, whole or in part.
 * @throws NotFoundError `glpi.client_not_found`; ConflictError `glpi.client_ambiguous` with the candidates
 */
export async function findClient(
  glpi: GlpiClient,
  client: string | number,
  signal?: AbortSignal,
): Promise<Entity> {
  const name = String(client).trim()
  if (/^\d{1,10}$/.test(name)) return glpi.entities.get(Number(name), signal)
  const { entities, total } = await glpi.entities.find(name, maxRead, signal)
  const wanted = foldText(name)
  const exact = entities.filter((entity) => foldText(entity.name) === wanted)
  // The houses of a client carry its name in their complete one: the client itself is meant.
  const own = entities.filter((entity) => holdsWords(entity.name, wanted))
  const isWhole = total <= entities.length
  const [only] = exact.length === 1 ? exact : isWhole && own.length === 1 ? own : total === 1 ? entities : []
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

function holdsWords(name: string, words: string): boolean {
  const folded = foldText(name)
  return words.split(' ').every((word) => folded.includes(word))
}
