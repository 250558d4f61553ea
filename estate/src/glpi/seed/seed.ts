import { day, toLocalText } from '../../clock.ts'
import type { Equipment } from '../../data/equipment.ts'
import type { Random } from '../../data/random.ts'
import type { GlpiDatabase } from '../database.ts'
import { seedAssets } from './assets.ts'
import { seedContacts } from './contacts.ts'
import { resetTicket, resetTicketId, slownessTicket, slownessTicketId } from './known-tickets.ts'
import { seedNetworkEquipment } from './network-equipment.ts'
import { seedOrganisation } from './organisation.ts'
import { draftTickets } from './ticket-draft.ts'
import { seedUsers, technicianIds } from './users.ts'
import { writeTicket } from './write-ticket.ts'

/** Fills an empty GLPI with the demo world as it stands at `now`. */
export function seedGlpi(
  db: GlpiDatabase,
  world: { equipment: readonly Equipment[]; random: Random; now: Date },
) {
  const now = world.now.getTime()
  const installed = toLocalText(new Date(now - 760 * day))
  seedOrganisation(db, installed)
  seedUsers(db, installed)
  seedNetworkEquipment(db, world.equipment, installed)
  seedAssets(db, installed)
  seedContacts(db, installed)
  const drafts = draftTickets({ ...world, now })
  const anyTechnician = () => world.random.pick(technicianIds)
  for (const [index, draft] of drafts.entries()) {
    const id = resetTicketId - drafts.length + index
    writeTicket(db, { ...draft, id, technician: draft.status === 1 ? 0 : anyTechnician() })
  }
  writeTicket(db, { ...resetTicket(now), id: resetTicketId, technician: 0 })
  writeTicket(db, {
    ...slownessTicket(now),
    id: slownessTicketId,
    technician: technicianIds[2] ?? anyTechnician(),
  })
}
