import { type Actor, ConflictError, type MaintenanceWindow, NotFoundError } from '@hub/contracts'
import { type Change, inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../../context.ts'
import {
  deleteWindow,
  endWindow,
  readWindow,
  reviewHeld,
  type WindowRow,
  waitForDesk,
} from './maintenance.store.ts'
import { presentWindow, stateOf } from './present-window.ts'

interface Ending {
  id: string
  actor: Actor
}

/**
 * Ends a work that goes on, on the record: what it held is decided about soon after.
 * @throws NotFoundError; ConflictError when it does not go on
 */
export async function endMaintenance(ctx: ServerContext, ending: Ending): Promise<MaintenanceWindow> {
  return inTransaction(ctx, async (change) => {
    const { tx, now } = change
    await waitForDesk(tx)
    const window = await record(change, ending, 'workflow.maintenance_end')
    // A window of no time at all is none.
    if (stateOf(window, now) !== 'current' || window.startsAt >= now)
      throw new ConflictError('It does not go on', { reason: 'maintenance.not_current' })
    const ended = await endWindow(tx, ending.id, now)
    await reviewHeld(tx, now)
    return presentWindow(ended, now)
  })
}

/**
 * Takes back a work that has not begun, on the record.
 * @throws NotFoundError; ConflictError when it has
 */
export async function deleteMaintenance(ctx: ServerContext, ending: Ending): Promise<void> {
  await inTransaction(ctx, async (change) => {
    const window = await record(change, ending, 'workflow.maintenance_delete')
    if (stateOf(window, change.now) !== 'coming')
      throw new ConflictError('It has begun', { reason: 'maintenance.begun' })
    await deleteWindow(change.tx, ending.id)
  })
}

/** The window, with the row of the audit that says what becomes of it; of two who end it one sees the other. */
async function record(change: Change, { id, actor }: Ending, action: string): Promise<WindowRow> {
  const before = await readWindow(change.tx, id)
  const { label = '', startsAt, endsAt } = before ?? {}
  const details = { label, startsAt: startsAt?.toISOString() ?? null, endsAt: endsAt?.toISOString() ?? null }
  await change.audit({ actor, action, subjectType: 'maintenance', subjectId: id, details })
  const window = await readWindow(change.tx, id)
  if (!window) throw new NotFoundError('No such maintenance', { reason: 'maintenance.unknown' })
  return window
}
