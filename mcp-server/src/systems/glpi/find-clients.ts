import type { GlpiClient as ClientSheet } from '@hub/contracts'
import type { z } from 'zod'
import { readPart } from '../read-part.ts'
import type { GlpiClient } from './domain/client.ts'
import type { Entity } from './domain/organisation.ts'

const maxClients = 10
const maxSheets = 5
const maxDevices = 40

/** Clients by a part of their name; the first five come with their equipment and open tickets. */
export async function findClients(
  glpi: GlpiClient,
  query: string,
  signal?: AbortSignal,
): Promise<{ clients: z.infer<typeof ClientSheet>[]; total: number }> {
  const { entities, total } = await glpi.entities.find(query, maxClients, signal)
  const clients = await Promise.all(
    entities.map((entity, index) => (index < maxSheets ? sheet(glpi, entity, signal) : outline(entity))),
  )
  return { clients, total }
}

/** A part that cannot be read stays empty: unknown count, incomplete equipment. */
async function sheet(glpi: GlpiClient, entity: Entity, signal?: AbortSignal) {
  const none = { assets: [], total: Number.POSITIVE_INFINITY }
  const [openTickets, equipment] = await Promise.all([
    readPart([], { name: 'open tickets', none: null }, () => glpi.tickets.countOpen(entity.id, signal)),
    readPart([], { name: 'equipment', none }, () =>
      glpi.assets.list({ clientId: entity.id, type: 'network', limit: maxDevices }, signal),
    ),
  ])
  const devices = equipment.assets.map(({ name, model, location }) => ({ name, model, location }))
  return { ...outline(entity), openTickets, devices, devicesComplete: equipment.total <= devices.length }
}

function outline({ id, ...entity }: Entity): z.infer<typeof ClientSheet> {
  return { entityId: id, ...entity, openTickets: null, devices: [], devicesComplete: false }
}
