import type { Equipment } from '../../data/equipment.ts'
import type { Random } from '../../data/random.ts'
import type { ObsDatabase } from '../tables.ts'
import { seedAlerts } from './alerts.ts'
import { seedDevice } from './devices.ts'
import { seedHealth } from './health.ts'
import { seedLinks } from './links.ts'
import { seedPorts } from './ports.ts'

/** Fills an empty Observium with the demo world as it stands at `now`. */
export function seedObservium(
  db: ObsDatabase,
  world: { equipment: readonly Equipment[]; random: Random; now: Date },
): void {
  for (const piece of world.equipment) {
    seedDevice(db, piece, world)
    seedPorts(db, piece, world.random)
    seedHealth(db, piece, world.random)
  }
  seedLinks(db, world.equipment)
  seedAlerts(db, world.now)
}
