import { z } from 'zod'
import type { GlpiSnapshot } from './glpi/database.ts'
import type { ObsSnapshot } from './observium/tables.ts'

const cell = z.union([z.string(), z.number(), z.null()])
const stateSchema = z.object({
  version: z.literal(1),
  glpi: z.record(z.string(), z.array(z.object({ id: z.number() }).catchall(cell))),
  observium: z.record(z.string(), z.array(z.record(z.string(), z.union([z.string(), z.null()])))),
})

/** What survives a restart of the estate. */
export interface EstateState {
  version: 1
  glpi: GlpiSnapshot
  observium: ObsSnapshot
}

/** Checks a state file's content; throws when it is not one of this version. */
export function parseEstateState(content: unknown): EstateState {
  const parsed = stateSchema.safeParse(content)
  if (!parsed.success)
    throw new Error('The estate state file is not of this version; remove it to start afresh')
  return parsed.data as EstateState
}
