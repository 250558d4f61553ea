import type { GlpiCall } from './call.ts'
import type { Row } from './database.ts'
import { type Itemtype, itemtypes, ticketOf } from './itemtypes.ts'

type Viewer = Pick<GlpiCall, 'server' | 'session'>

/** Ids of an entity and everything below it. */
export function entityBranch(viewer: Viewer, root: number): number[] {
  const children = viewer.server.db.where('Entity', { entities_id: root })
  return [root, ...children.flatMap((child) => entityBranch(viewer, child.id))]
}

/** The entities whose items the session sees. */
export function activeEntities({ server, session }: Viewer): Set<number> {
  const { activeEntity, isRecursive } = session
  return new Set(isRecursive ? entityBranch({ server, session }, activeEntity) : [activeEntity])
}

/** Tells whether the session may see the row: its entity is active, or it is shared from above. */
export function createVisibility(viewer: Viewer): (type: Itemtype, row: Row) => boolean {
  const active = activeEntities(viewer)
  const isVisible = (type: Itemtype, row: Row): boolean => {
    const { scope } = itemtypes[type]
    if (scope === 'none') return true
    if (scope === 'ticket') {
      const ticket = viewer.server.db.find('Ticket', Number(row[ticketOf(type)]))
      return ticket !== undefined && isVisible('Ticket', ticket)
    }
    if (type === 'Entity') return active.has(row.id)
    const isShared = row.is_recursive === 1 && row.entities_id === 0
    return isShared || active.has(Number(row.entities_id))
  }
  return isVisible
}
