import { targetPath } from './import-target.ts'
import type { Import } from './read-imports.ts'
import { type Room, roomNamed, roomOf, rooms, specialDoors } from './rooms.ts'
import { isTest } from './tracked-files.ts'
import { type Violation, violationAt } from './violation.ts'

/** Doors of each workspace by room: the specifiers its package.json exports, such as '@hub/prisma/testing'. */
export type Doors = ReadonlyMap<Room, ReadonlySet<string>>

/** What one import breaks of "who may import whom, through which door". */
export function roomViolations(found: Import, doors: Doors): Violation[] {
  const path = targetPath(found.file, found.specifier)
  if (path !== undefined) return relativeViolations(found, path)
  const target = roomNamed(found.specifier)
  if (target !== undefined)
    return [...limitViolations(found, target), ...doorViolations(found, target, doors)]
  if (found.specifier.startsWith('@hub/'))
    return [violationAt(found, 'room', `${found.specifier} is not a room`)]
  return packageViolations(found)
}

function relativeViolations(found: Import, path: string): Violation[] {
  const room = roomOf(found.file)
  const target = roomOf(path)
  if (room === target) return []
  const message = `${found.specifier} leaves ${room} for ${target}: import a door (@hub/...) instead`
  return [violationAt(found, 'relative', message)]
}

function limitViolations(found: Import, target: Room): Violation[] {
  const room = roomOf(found.file)
  if (room === 'tools' || room === target) return []
  if (isTest(found.file) && room !== 'estate') return []
  const allowed: readonly Room[] = rooms[room].mayImport
  if (allowed.includes(target)) return []
  return [violationAt(found, 'room', `${room} may not import ${target} (${found.specifier})`)]
}

function doorViolations(found: Import, target: Room, doors: Doors): Violation[] {
  if (!doors.get(target)?.has(found.specifier)) {
    return [violationAt(found, 'door', `${found.specifier} is not a door of ${target}`)]
  }
  const room = roomOf(found.file)
  const users = specialDoors[found.specifier]
  if (users === undefined || room === 'tools' || room === target || isTest(found.file)) return []
  if (users.includes(room)) return []
  return [violationAt(found, 'door', `${found.specifier} is not open to ${room}`)]
}

function packageViolations(found: Import): Violation[] {
  if (roomOf(found.file) !== 'contracts' || isTest(found.file)) return []
  if (/^zod(\/|$)/.test(found.specifier)) return []
  return [violationAt(found, 'contracts', `contracts may import nothing but zod, not ${found.specifier}`)]
}
