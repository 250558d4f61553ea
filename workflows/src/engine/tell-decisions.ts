import type { HubEvent } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { findDecided, runOf, settledStates } from './act.store.ts'
import type { News } from './signals.store.ts'

const endings: ReadonlySet<string> = new Set(settledStates.map((state) => `safeguard:request_${state}`))

/** What an event of the gate tells a run; null when it tells none. */
export async function newsOf(db: Db, event: HubEvent): Promise<News | null> {
  const { approvalId } = event.data
  if (!endings.has(event.type) || typeof approvalId !== 'string') return null
  const runId = await runOf(db, approvalId)
  return runId === null ? null : decided(runId, approvalId)
}

/** What the events did not tell, because nobody listened. */
export async function untoldDecisions(db: Db): Promise<News[]> {
  const found = await findDecided(db)
  return found.map(({ runId, approvalId }) => decided(runId, approvalId))
}

function decided(runId: string, approvalId: string): News {
  return { runId, topic: `approval:${approvalId}`, key: 'decided', body: {} }
}
