import { join } from 'node:path'
import type { Clock } from './clock.ts'
import { buildEquipment, type Equipment } from './data/equipment.ts'
import { createRandom } from './data/random.ts'
import { type EstateState, parseEstateState } from './estate-state.ts'
import { createDatabase, type GlpiDatabase } from './glpi/database.ts'
import { seedGlpi } from './glpi/seed/seed.ts'
import { seedObservium } from './observium/seed/seed.ts'
import { createObsDatabase, type ObsDatabase } from './observium/tables.ts'
import { createStateFile, noStateFile, readState, type StateFile } from './state-file.ts'

const seed = 20_260_112

/** The databases of the demo world and the file that keeps them. */
export interface World {
  glpi: GlpiDatabase
  observium: ObsDatabase
  file: StateFile
  equipment: readonly Equipment[]
}

function fill(world: World, now: Date): void {
  const { equipment } = world
  seedGlpi(world.glpi, { equipment, random: createRandom(seed + 1), now })
  seedObservium(world.observium, { equipment, random: createRandom(seed + 2), now })
}

/** Opens the world kept in `dataDir`, or a new one as it stands now. Without a folder nothing is kept. */
export async function openWorld(dataDir: string | undefined, clock: Clock): Promise<World> {
  const path = dataDir === undefined ? undefined : join(dataDir, 'estate.json')
  const kept = path === undefined ? undefined : await readState(path)
  const state: EstateState =
    kept === undefined ? { version: 1, glpi: {}, observium: {} } : parseEstateState(kept)
  const changed = () => world.file.changed()
  const world: World = {
    glpi: createDatabase(state.glpi, changed),
    observium: createObsDatabase(state.observium, changed),
    file: noStateFile,
    equipment: buildEquipment(createRandom(seed)),
  }
  if (path !== undefined) {
    world.file = createStateFile(path, () => ({
      version: 1,
      glpi: world.glpi.snapshot(),
      observium: world.observium.snapshot(),
    }))
  }
  if (kept === undefined) fill(world, clock())
  return world
}
