import { randomUUID } from 'node:crypto'
import { type Actor, type MaintenanceWindow, type PlanMaintenance, ValidationError } from '@hub/contracts'
import type { Tx } from '@hub/prisma'
import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../../context.ts'
import { insertWindow } from './maintenance.store.ts'
import { presentWindow } from './present-window.ts'
import { readPlaces } from './read-places.ts'

/**
 * Plans a work, on the record.
 * @throws ValidationError when it is over already, or names what the monitoring does not know
 */
export async function planMaintenance(
  ctx: ServerContext,
  { actor, userId, input }: { actor: Actor; userId: string; input: PlanMaintenance },
): Promise<MaintenanceWindow> {
  return inTransaction(ctx, async (change) => {
    const { tx, now } = change
    if (new Date(input.endsAt) <= now)
      throw new ValidationError('The end is in the past', {
        reason: 'maintenance.past',
        fields: [{ path: 'endsAt', message: 'is in the past' }],
      })
    const about = await aboutOf(tx, input)
    const { label, by } = input
    const id = randomUUID()
    const details = { label, by, ...about, startsAt: input.startsAt, endsAt: input.endsAt }
    await change.audit({
      actor,
      action: 'workflow.maintenance_plan',
      subjectType: 'maintenance',
      subjectId: id,
      details,
    })
    return presentWindow(await insertWindow(tx, { id, userId, ...details }), now)
  })
}

type About = Pick<PlanMaintenance, 'sites' | 'devices' | 'isEverything'>

/** What the window is about, each name once and as the monitoring writes it. */
async function aboutOf(tx: Tx, { sites, devices, isEverything }: PlanMaintenance): Promise<About> {
  if (isEverything) return { sites: [], devices: [], isEverything }
  const places = await readPlaces(tx)
  const known = places.sites.flatMap((site) => site.devices)
  return {
    sites: knownNames(
      'sites',
      sites,
      places.sites.map(({ name }) => name),
    ),
    devices: knownNames('devices', devices, known),
    isEverything,
  }
}

function knownNames(field: 'sites' | 'devices', asked: readonly string[], all: readonly string[]): string[] {
  const byKey = new Map(all.map((name) => [name.toLowerCase(), name]))
  const unknown = asked.filter((name) => !byKey.has(name.toLowerCase()))
  if (unknown.length === 0) return [...new Set(asked.map((name) => byKey.get(name.toLowerCase()) ?? name))]
  const names = unknown.slice(0, 5).join(', ')
  throw new ValidationError(`Unknown to the monitoring: ${names}`, {
    reason: 'maintenance.places',
    params: { names },
    fields: [{ path: field, message: `the monitoring does not know ${names}` }],
  })
}
