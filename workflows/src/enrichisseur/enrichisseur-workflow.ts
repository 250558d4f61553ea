import { z } from 'zod'
import type { WorkflowsContext } from '../context.ts'
import { defineWorkflow, type WorkflowDefinition } from '../engine/definition.ts'
import type { Run } from '../engine/run.ts'
import { collectTickets } from './collect-tickets.ts'
import {
  countCitations,
  countEarlierAtWork,
  findJudgedSince,
  readProgress,
  saveProgress,
} from './enrich.store.ts'
import { enrichTicket } from './enrich-ticket.ts'
import { type Reading, readTools } from './read-tools.ts'
import { type Outcome, reportOf } from './report.ts'

const hourMs = 3_600_000
/** The first run reads what was opened within so long; later ones whatever changed since, however old. */
const firstHarvestMs = 180 * 24 * hourMs
const olderThanAnyTicket = new Date('2000-01-01T00:00:00Z')
const mostTickets = 1_000
const turnMs = 5 * 60_000
const mostTurns = 24

export const EnrichisseurInput = z.object({ trigger: z.enum(['night', 'manual']) })

/**
 * The ENRICHISSEUR: resolved tickets since the last run become cases of the knowledge base, without what tells of a
 * person. A second run changes nothing.
 */
export function enrichisseurWorkflow(ctx: WorkflowsContext): WorkflowDefinition {
  return defineWorkflow({
    name: 'enrichisseur',
    input: EnrichisseurInput,
    async body(run) {
      await awaitTurn(ctx, run)
      const startedAt = await run.now()
      const reading = readTools(ctx, run.id)
      const { ids, isAll, since } = await run.step(
        'find tickets',
        () => findTickets(ctx, reading, startedAt),
        {
          note: (found) => ({ phase: 'reading', facts: { found: found.ids.length, isAll: found.isAll } }),
        },
      )
      const outcomes: Outcome[] = []
      let unchanged = 0
      for (const id of ids) {
        const outcome = await enrichTicket({ ctx, run, reading }, id)
        if (outcome) outcomes.push(outcome)
        else unchanged++
      }
      const isWhole = isAll && outcomes.every(({ decision }) => decision !== 'unreachable')
      const cited = await run.step('count citations', () =>
        countCitations(ctx.db, since === null ? null : new Date(since)),
      )
      await run.step('save progress', async () => {
        // Tickets that were being written while they were looked for are looked for again.
        if (isWhole && !run.isDryRun) await saveProgress(ctx.db, new Date(startedAt.getTime() - hourMs))
        return null
      })
      const answers = cited.reduce((sum, one) => sum + one.answers, 0)
      return {
        phase: 'done',
        facts: {
          ...reportOf(outcomes, unchanged),
          isAll: isWhole,
          citedSince: { since, answers, cases: cited },
        },
      }
    },
  })
}

/** Two runs at once could each add what the other one adds. */
async function awaitTurn(ctx: WorkflowsContext, run: Run): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn++) {
    if ((await run.step('look for earlier runs', () => countEarlierAtWork(ctx.db, run.id))) === 0) return
    const until = new Date((await run.now()).getTime() + turnMs)
    await run.wait({ name: 'wait for earlier runs', reason: { kind: 'earlier_run' }, topics: [], until })
  }
}

async function findTickets(ctx: WorkflowsContext, reading: Reading, now: Date) {
  const changedSince = await readProgress(ctx.db)
  const found = await collectTickets(reading.searchResolved, {
    openedSince: changedSince === null ? new Date(now.getTime() - firstHarvestMs) : olderThanAnyTicket,
    changedSince,
    until: now,
    most: mostTickets,
    judged: (lines) => findJudgedSince(ctx.db, lines),
  })
  return { ...found, since: changedSince?.toISOString() ?? null }
}
