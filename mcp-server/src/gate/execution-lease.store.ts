import type { ApprovalRow } from '@hub/safeguard'
import type { GateContext } from './context.ts'

/** Shows that the execution lives. @returns false once another process has taken it over or ended it */
export type Renew = () => Promise<boolean>

/** The sign of life of one execution: it only moves on from the last one this process wrote. */
export function executionLease(gate: GateContext, row: ApprovalRow): Renew {
  let last = row.aliveAt
  let turn: Promise<boolean> = Promise.resolve(true)
  const renewOnce = async () => {
    const now = gate.clock.now()
    const where = { id: row.id, state: 'executing', aliveAt: last }
    const { count } = await gate.db.approval.updateMany({ where, data: { aliveAt: now } })
    if (count === 1) last = now
    return count === 1
  }
  return () => {
    turn = turn.then(renewOnce, renewOnce)
    return turn
  }
}
