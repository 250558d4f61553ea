import { readFileSync } from 'node:fs'
import type { Check } from './check.ts'
import { layerViolations } from './layer-limits.ts'
import { type Import, readImports } from './read-imports.ts'
import { roomCycles } from './room-cycles.ts'
import { type Doors, roomViolations } from './room-limits.ts'
import { type Room, rooms } from './rooms.ts'
import { isSource } from './tracked-files.ts'
import type { Violation } from './violation.ts'

/** Who may import whom, through which door, and what each layer may know. */
export const checkRooms: Check = {
  name: 'room rules',
  run: async ({ root, files }) => {
    const sources = files.filter(isSource)
    const imports = sources.flatMap((file) => readImports(file, readFileSync(`${root}/${file}`, 'utf8')))
    const problems = violations(imports, readDoors(root)).map(
      ({ file, line, rule, message }) => `${file}:${line} [${rule}] ${message}`,
    )
    return { problems, note: `${imports.length} imports in ${sources.length} files` }
  },
}

/** Everything that a set of imports breaks. */
export function violations(imports: readonly Import[], doors: Doors): Violation[] {
  const single = imports.flatMap((found) => [...roomViolations(found, doors), ...layerViolations(found)])
  return [...single, ...roomCycles(imports)]
}

/** The doors that each room's package.json exports. */
export function readDoors(root: string): Doors {
  const doors = new Map<Room, ReadonlySet<string>>()
  for (const [name, { folder }] of Object.entries(rooms)) {
    const manifest = JSON.parse(readFileSync(`${root}/${folder}/package.json`, 'utf8'))
    const exported = Object.keys(manifest.exports ?? {}).map((door) => `@hub/${name}${door.slice(1)}`)
    doors.set(name as Room, new Set(exported))
  }
  return doors
}
