import type { ToolSession } from '@hub/kernel'
import { createLogger, createMemoryBus, systemClock } from '@hub/kernel'
import { createDb } from '@hub/prisma'
import { expect, it } from 'vitest'
import { readTools } from './read-tools.ts'

const log = createLogger({ name: 'test', level: 'silent' })
const ticket = {
  ...{ id: 7, title: 'Imprimante', text: 'Ne répond plus', status: 'solved', type: 'incident' },
  ...{ urgency: 3, priority: 3, category: null, clientId: 1, clientName: null },
  ...{ requesters: [], requesterUsers: [], technicians: [], entries: [], openedByHub: false },
  ...{ openedAt: null, updatedAt: null, solvedAt: null, closedAt: null },
}

/** Reads a ticket that the tools tell with some parts missing. */
function readMissing(missing: string[]) {
  const data = { ticket: { ...ticket, missing } }
  const session: ToolSession = {
    list: async () => [],
    call: async () => ({ status: 'ok', summary: { fr: '', en: '' }, outcome: { status: 'ok', data } }),
    close: async () => undefined,
  }
  const db = createDb({ url: 'postgres://nobody@127.0.0.1:1/none' })
  const ctx = { db, bus: createMemoryBus(log), clock: systemClock, log, openTools: async () => session }
  return readTools(ctx, 'run').readTicket(7)
}

it.each(['people', 'solutions', 'names'])('takes no ticket without its %s', async (part) => {
  await expect(readMissing(['older followups', part])).rejects.toMatchObject({
    code: 'UPSTREAM_FAILED',
    reason: 'upstream.unreachable',
  })
})

it('takes a ticket whose oldest entries are too old to be listed', async () => {
  expect((await readMissing(['older followups'])).id).toBe(7)
})
