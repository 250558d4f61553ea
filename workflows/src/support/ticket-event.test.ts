import { expect, it } from 'vitest'
import type { EndedRun } from '../engine/ended-run.ts'
import { ticketProcessed } from './ticket-event.ts'

const run: EndedRun = {
  id: 'support:7',
  workflow: 'support',
  state: 'done',
  isDryRun: false,
  ticketId: 7,
  clientName: 'Clinique',
  category: 'AUTRE',
  verdict: null,
  confidence: 0.8,
  phase: 'escalated',
  facts: {},
  autoResolved: null,
  createdAt: new Date(1_000),
  endedAt: new Date(4_000),
}
const typesOf = (change: Partial<EndedRun>) => ticketProcessed({ ...run, ...change }).map(({ type }) => type)

it('tells an end once it means something', () => {
  expect(ticketProcessed(run)).toMatchObject([
    {
      type: 'workflow:ticket_processed',
      data: { runId: 'support:7', ticketId: 7, confidence: 0.8, durationMs: 3_000, autoResolved: false },
    },
  ])
  expect(typesOf({ state: 'failed' })).toEqual([])
  expect(typesOf({ phase: 'opened_by_hub' })).toEqual([])
  expect(typesOf({ state: 'cancelled' })).toEqual([])
  expect(typesOf({ state: 'handed_over' })).toEqual([])
  expect(typesOf({ isDryRun: true })).toEqual([])
})
