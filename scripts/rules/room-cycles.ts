import type { Import } from './read-imports.ts'
import { type Room, roomNamed, roomOf } from './rooms.ts'
import { isTest } from './tracked-files.ts'
import { type Violation, violationAt } from './violation.ts'

type Edges = Map<Room, Map<Room, Import>>

/** Cycles between rooms in what ships (tests left out), each reported once where it closes. */
export function roomCycles(imports: readonly Import[]): Violation[] {
  const edges = roomEdges(imports)
  const done = new Set<Room>()
  const cycles: Violation[] = []
  const visit = (room: Room, path: readonly Room[]) => {
    if (done.has(room)) return
    for (const [next, found] of edges.get(room) ?? []) {
      const start = [...path, room].indexOf(next)
      if (start === -1) visit(next, [...path, room])
      else cycles.push(closingAt(found, [...path, room].slice(start)))
    }
    done.add(room)
  }
  for (const room of edges.keys()) visit(room, [])
  return cycles
}

function closingAt(found: Import, rooms: readonly Room[]): Violation {
  return violationAt(found, 'cycle', [...rooms, rooms[0]].join(' -> '))
}

function roomEdges(imports: readonly Import[]): Edges {
  const edges: Edges = new Map()
  for (const found of imports) {
    const from = roomOf(found.file)
    const to = roomNamed(found.specifier)
    if (from === 'tools' || to === undefined || from === to || isTest(found.file)) continue
    const outgoing = edges.get(from) ?? new Map<Room, Import>()
    if (!outgoing.has(to)) outgoing.set(to, found)
    edges.set(from, outgoing)
  }
  return edges
}
