import { createLogger, createMemoryBus, systemClock } from '@hub/kernel'
import { type ApprovalRow, giveVerdict, readApproval, revealSecret } from '@hub/safeguard'
import type { Kill } from '../harness/crew.ts'
import { approver, type Lab } from '../harness/start-lab.ts'
import type { DirectoryCorner } from './directory-corner.ts'
import type { PlannedAction } from './planned-action.ts'
import type { WriteMeter } from './write-meter.ts'

/** What became of one action, in the Hub's words and in the directory. */
export interface Judged {
  action: PlannedAction
  state: string
  effects: number
  /** Everything that is not as promised; empty when all is well. */
  faults: string[]
}

export interface Scene {
  lab: Lab
  corner: DirectoryCorner
  meter: WriteMeter
  kills: readonly Kill[]
}

/** Compares what the Hub says of an action with what the directory shows. */
export async function judge(scene: Scene, action: PlannedAction): Promise<Judged> {
  const { lab, meter, kills } = scene
  const row = await readApproval(lab.db, action.approvalId)
  const effects = await meter.effectsOf(action)
  const isShown = await shows(scene.corner, action, effects)
  const faults: string[] = []
  const claim = (isTrue: boolean, fault: string) => {
    if (!isTrue) faults.push(fault)
  }
  claim(['executed', 'failed', 'unknown'].includes(row.state), `is still ${row.state}`)
  claim(effects <= 1, `has ${effects} effects`)
  if (row.state === 'executed') claim(effects === 1 && isShown, `is executed with ${effects} effects`)
  if (row.state === 'failed') claim(effects === 0 && !isShown, `has failed with ${effects} effects`)
  if (row.state !== 'executed')
    claim(isHit(row, kills), `is ${row.state} though no kill hit it: ${JSON.stringify(row.outcome)}`)
  claim(followupsOf(lab, action) <= 1, `has ${followupsOf(lab, action)} followups`)
  const ends = await lab.db.userAuditLog.count({
    where: {
      subjectId: row.id,
      action: { in: ['approval.executed', 'approval.failed', 'approval.unknown'] },
    },
  })
  claim(ends === 1, `has ${ends} ends in the audit`)
  if (action.kind === 'reset' && effects > 0)
    claim(await isRevealed(scene, action, row), 'has set a password that nobody can be shown')
  return { action, state: row.state, effects, faults }
}

async function shows(corner: DirectoryCorner, action: PlannedAction, effects: number): Promise<boolean> {
  const { kind, name, group } = action
  switch (kind) {
    case 'reset':
      return effects > 0
    case 'disable':
      return !(await corner.isEnabled(name))
    case 'enable':
      return corner.isEnabled(name)
    case 'add':
      return corner.isMember(group ?? '', name)
    case 'remove':
      return !(await corner.isMember(group ?? '', name))
  }
}

/** A kill of the process that acts, between the beginning and the end of the action. */
function isHit({ executingAt, finishedAt }: ApprovalRow, kills: readonly Kill[]): boolean {
  if (!executingAt || !finishedAt) return false
  return kills.some(({ process, at }) => process === 'mcp-server' && at >= executingAt && at <= finishedAt)
}

export function followupsOf({ estate }: Lab, { ticketId, approvalId }: PlannedAction): number {
  const all = estate.glpi.rows('ITILFollowup', { items_id: ticketId })
  return all.filter(({ content }) => String(content).includes(approvalId)).length
}

/** The password that was kept is the one in force; of an unknown outcome, after a person's verdict. */
async function isRevealed({ lab, corner }: Scene, action: PlannedAction, row: ApprovalRow): Promise<boolean> {
  const log = createLogger({ name: 'test', level: 'silent' })
  const gate = { db: lab.db, bus: createMemoryBus(log), log, clock: systemClock }
  const command = { approvalId: row.id, actor: approver }
  if (row.state === 'unknown') {
    const input = { digest: row.digest, verdict: 'executed', reason: 'seen in the directory' } as const
    await giveVerdict(gate, { ...command, input })
  }
  const password = await revealSecret(gate, { ...command, key: String(lab.env.HUB_ENCRYPTION_KEY) })
  return corner.isPassword(action.name, password)
}
