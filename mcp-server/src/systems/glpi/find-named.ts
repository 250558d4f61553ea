import { ConflictError, NotFoundError } from '@hub/contracts'
import type { GlpiClient } from './domain/client.ts'
import type { NamedItem } from './domain/ticket.ts'
import { foldText } from './format/search-words.ts'

const maxRead = 50
const maxCandidates = 5

/**
 * The one ticket category that is meant, by its complete name, its own name or a part that only it has.
 * @throws NotFoundError `glpi.category_not_found`; ConflictError `glpi.category_ambiguous`
 */
export async function findCategory(glpi: GlpiClient, name: string, signal?: AbortSignal): Promise<NamedItem> {
  return theOne(await glpi.dropdowns.categories(name, maxRead, signal), { name, what: 'category' })
}

/**
 * The one group that is meant.
 * @throws NotFoundError `glpi.group_not_found`; ConflictError `glpi.group_ambiguous`
 */
export async function findGroup(glpi: GlpiClient, name: string, signal?: AbortSignal): Promise<NamedItem> {
  return theOne(await glpi.dropdowns.groups(name, maxRead, signal), { name, what: 'group' })
}

function theOne(items: NamedItem[], { name, what }: { name: string; what: 'category' | 'group' }): NamedItem {
  const wanted = foldText(name)
  const complete = items.filter((item) => foldText(item.name) === wanted)
  const own = items.filter((item) => foldText(item.name.split(' > ').at(-1) ?? '') === wanted)
  const [only] = [complete, own, items].find((found) => found.length === 1) ?? []
  if (only !== undefined) return only
  if (items.length === 0) {
    throw new NotFoundError(`GLPI has no ${what} named ${name}`, {
      reason: `glpi.${what}_not_found`,
      params: { name },
    })
  }
  const candidates = items
    .slice(0, maxCandidates)
    .map((item) => item.name)
    .join(', ')
  throw new ConflictError(`Several of GLPI match the ${what} ${name}: ${candidates}`, {
    reason: `glpi.${what}_ambiguous`,
    params: { name, candidates },
  })
}
