import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { leaseWatch, leaveWatch, noteRead } from '../../src/support/watch/watch.store.ts'
import { type SupportLab, startSupportLab } from './support-lab.ts'

let lab: SupportLab
beforeAll(async () => {
  lab = await startSupportLab()
}, 90_000)
afterAll(() => lab?.close())

it('gives the reading to one worker at a time, and the mark never goes back', async () => {
  const [one, other] = [randomUUID(), randomUUID()]
  expect(await leaseWatch(lab.db, one)).toEqual({ settledTicketId: null })
  expect(await leaseWatch(lab.db, other)).toBeNull()
  expect(await leaseWatch(lab.db, one)).toEqual({ settledTicketId: null })
  await leaveWatch(lab.db, one)
  expect(await leaseWatch(lab.db, other)).toEqual({ settledTicketId: null })
  const now = new Date()
  await noteRead(lab.db, { settledTicketId: 9, now })
  await noteRead(lab.db, { settledTicketId: 4, now })
  expect(await leaseWatch(lab.db, other)).toEqual({ settledTicketId: 9 })
  await lab.db.supportWatch.deleteMany()
})

it('begins with the newest ticket, and finds one that shows up late under a lower number', async () => {
  await lab.startParts()
  expect(await lab.db.workflowRun.count()).toBe(0)
  const first = lab.writeTicket({ title: 'a', text: 'a', by: 'jean.dupont', status: 2 })
  const late = lab.writeTicket({ title: 'b', text: 'b', by: 'jean.dupont', status: 2 })
  const row = lab.estate.glpi.row('Ticket', late)
  // As a transaction does that took its number first and is committed last.
  const hidden = lab.estate.glpi.insert('Ticket', { ...row, id: late + 3 }).id
  await lab.until(hidden, 'done')
  const between = lab.estate.glpi.insert('Ticket', { ...row, id: late + 1 }).id
  await lab.until(between, 'done')
  const runs = await lab.db.workflowRun.findMany({ orderBy: { ticketId: 'asc' } })
  expect(runs.map(({ ticketId }) => ticketId)).toEqual([first, late, between, hidden])
  await vi.waitFor(async () => {
    const watch = await lab.db.supportWatch.findFirst()
    expect(watch).toMatchObject({ failingSince: null, problem: null, readAt: expect.any(Date) })
  })
}, 60_000)

it('answers in the language of the ticket, with the text as people edited it', async () => {
  const body = 'Dear colleague, {login} opens again.'
  const edited = { name: 'unlock_done', language: 'en', body, changedAt: new Date() }
  await lab.db.supportTemplate.create({ data: edited })
  await lab.estate.directory.control.lock('jean.dupont')
  const id = lab.writeTicket({
    title: 'Account locked',
    text: 'Hello, my Windows account is locked, please unlock it. Thanks.',
    by: 'jean.dupont',
  })
  const { id: request, toolName } = await lab.nextRequest(id)
  const { arguments: args } = await lab.db.approval.findUniqueOrThrow({ where: { id: request } })
  expect(toolName).toBe('glpi_add_followup')
  expect(args).toMatchObject({ content: 'Dear colleague, jean.dupont opens again.', isPrivate: false })
}, 60_000)
