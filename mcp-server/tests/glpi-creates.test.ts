import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { failureOf } from './expect-failure.ts'
import { context, type GlpiBench, openGlpiBench, runAndUndo } from './glpi-setup.ts'

let bench: GlpiBench
beforeAll(async () => {
  bench = await openGlpiBench({ timeoutMs: 1_000 })
  await bench.glpi.ping()
})
afterEach(() => bench.estate.glpi.clearFaults())
afterAll(() => bench.close())

const newTicket = (more: Record<string, string | number | null> = {}) => bench.newTicket(more)
const row = (id: number) => bench.estate.glpi.row('Ticket', id)

describe('glpi_create_ticket', () => {
  const args = {
    client: 'EHPAD Les Jardins',
    title: 'Sonnette  muette <entrée>',
    description: 'La sonnette ne sonne plus.\n\n& la gâche reste fermée.',
    type: 'request',
    urgency: 4,
    category: 'Impression',
    requester: 'jean.dupont',
  }
  const tickets = () => bench.estate.glpi.rows('Ticket', { entities_id: 11 })

  it('opens it for the client, verifies and finds it again', async () => {
    const effect = bench.effect('glpi_create_ticket')
    const parsed = effect.descriptor.input.parse(args)
    const target = await effect.target(parsed, context())
    expect(target).toMatchObject({
      kind: 'glpi_client',
      id: expect.stringMatching(/^11\/category:\d+,user:101$/),
      name: 'EHPAD Les Jardins',
      attributes: { clientId: 11, hasRequester: true },
    })
    const startedAt = new Date()
    const ctx = context({ target, now: startedAt })
    expect(await effect.reconcile(parsed, startedAt, ctx)).toBe('no')
    const { data } = await bench.run('glpi_create_ticket', args, ctx)
    const ticketId = Number(data.ticketId)
    expect(row(ticketId)).toMatchObject({ entities_id: 11, type: 2, urgency: 4, status: 1 })
    expect((await effect.verify(parsed, { data, startedAt }, ctx)).status).toBe('verified')
    expect(await effect.reconcile(parsed, startedAt, ctx)).toBe('yes')
    expect(await effect.reconcile(parsed, new Date(startedAt.getTime() + 90_000), ctx)).toBe('no')
    const ticket = await bench.glpi.tickets.get(ticketId)
    expect(ticket).toMatchObject({ title: 'Sonnette muette <entrée>', text: args.description })
    expect(await bench.glpi.tickets.actors(ticketId)).toMatchObject([{ role: 'requester', id: 101 }])
  })

  it('opens one per key, also when the answer is lost', async () => {
    const keyed = { ...args, idempotencyKey: 'wf-3:ticket' }
    bench.estate.glpi.failNext({ kind: 'truncate', path: '/Ticket/', method: 'POST' })
    const before = tickets().length
    const first = await bench.run('glpi_create_ticket', keyed)
    expect(first.data.alreadyThere).toBe(false)
    const again = await bench.run('glpi_create_ticket', keyed)
    expect(again.data).toEqual({ ...first.data, alreadyThere: true })
    expect(tickets()).toHaveLength(before + 1)
    const { reconcile } = bench.effect('glpi_create_ticket')
    expect(await reconcile(keyed, new Date(), context())).toBe('yes')
    expect(await reconcile({ ...keyed, idempotencyKey: 'wf-3:other' }, new Date(), context())).toBe('no')
  })

  it('believes no marker that somebody else wrote', async () => {
    newTicket({ entities_id: 11, users_id_recipient: 101, content: '<p>Panne [hub:wf-4:ticket]</p>' })
    const { data } = await bench.run('glpi_create_ticket', { ...args, idempotencyKey: 'wf-4:ticket' })
    expect(data.alreadyThere).toBe(false)
  })

  it('is for the client that was weighed, and for its own people', async () => {
    const effect = bench.effect('glpi_create_ticket')
    const nobody = { ...args, client: 'EHPAD Music Art', requester: undefined }
    const target = await effect.target(nobody, context())
    expect(target.attributes.hasRequester).toBe(false)
    expect(await failureOf(bench.run('glpi_create_ticket', args, context({ target })))).toMatchObject({
      reason: 'glpi.target_changed',
    })
    const stranger = { ...args, client: 'EHPAD Music Art' }
    expect(await failureOf(bench.run('glpi_create_ticket', stranger))).toMatchObject({
      reason: 'glpi.person_not_found',
    })
  })
})

describe('glpi_add_task', () => {
  it('is written once, with its time and its technician', async () => {
    const ticketId = newTicket()
    const args = {
      ticketId,
      content: 'Changer le <câble>',
      state: 'done',
      minutes: 45,
      technician: 'api-hub',
      isPrivate: true,
      idempotencyKey: 'wf-5:task',
    }
    const effect = bench.effect('glpi_add_task')
    const startedAt = new Date()
    bench.estate.glpi.failNext({ kind: 'truncate', path: 'TicketTask/', method: 'POST' })
    const { data } = await bench.run('glpi_add_task', args)
    expect((await bench.run('glpi_add_task', args)).data).toEqual({ ...data, alreadyThere: true })
    expect(bench.estate.glpi.rows('TicketTask', { tickets_id: ticketId })).toMatchObject([
      { actiontime: 2_700, state: 2, users_id_tech: 6, is_private: 1 },
    ])
    expect((await effect.verify(args, { data, startedAt }, context())).status).toBe('verified')
    expect((await effect.verify({ ...args, minutes: 5 }, { data, startedAt }, context())).status).toBe(
      'mismatch',
    )
    expect(await effect.reconcile(args, startedAt, context())).toBe('yes')
    const warnings = (await effect.preview({ ...args, isPrivate: false }, context())).warnings
    expect(warnings.map(({ en }) => en)).toContain('The client will read this text.')
  })
})

describe('glpi_add_solution', () => {
  it('solves the ticket once; undoing it opens the ticket again', async () => {
    const ticketId = newTicket({ status: 2 })
    const args = { ticketId, solution: 'Câble remplacé.' }
    bench.estate.glpi.failNext({ kind: 'truncate', path: 'ITILSolution/', method: 'POST' })
    const done = await runAndUndo(bench, 'glpi_add_solution', args)
    expect(done).toMatchObject({
      data: { status: 'solved', previousStatus: 'assigned' },
      verification: 'verified',
      reconciled: 'yes',
    })
    expect(await failureOf(bench.run('glpi_add_solution', args))).toMatchObject({
      reason: 'glpi.already_solved',
    })
    await done.takeBack()
    expect(row(ticketId)?.status).toBe(2)
    const { reconcile } = bench.effect('glpi_add_solution')
    expect(await reconcile(args, new Date(Date.now() + 3_600_000), context())).toBe('unknown')
    expect(await reconcile({ ...args, solution: 'Autre.' }, new Date(), context())).toBe('no')
  })
})

describe('glpi_close_ticket', () => {
  it('is taken back by reopening, unless it was solved', async () => {
    const ticketId = newTicket({ status: 4 })
    const done = await runAndUndo(bench, 'glpi_close_ticket', { ticketId })
    expect(done).toMatchObject({ data: { previousStatus: 'pending' }, verification: 'verified' })
    await done.takeBack()
    expect(row(ticketId)?.status).toBe(4)
    const solved = await runAndUndo(bench, 'glpi_close_ticket', { ticketId: newTicket({ status: 5 }) })
    expect(solved.call).toBeNull()
  })

  it('says that the ticket was closed already', async () => {
    const done = await runAndUndo(bench, 'glpi_close_ticket', { ticketId: newTicket({ status: 6 }) })
    expect(done.summary.en).toMatch(/was closed already/)
    expect(done.call).toBeNull()
  })
})
