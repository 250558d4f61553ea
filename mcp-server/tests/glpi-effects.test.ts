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

const refusal = {
  kind: 'status',
  status: 403,
  body: '["ERROR_RIGHT_MISSING","no right"]',
  contentType: 'application/json',
} as const

const newTicket = (more: Record<string, string | number | null> = {}) => bench.newTicket(more)
const row = (id: number) => bench.estate.glpi.row('Ticket', id)

describe('glpi_update_ticket', () => {
  it('changes what is asked, and gives it all back', async () => {
    const ticketId = newTicket({ urgency: 3, priority: 6, itilcategories_id: 0 })
    const before = row(ticketId)
    const done = await runAndUndo(bench, 'glpi_update_ticket', {
      ticketId,
      title: 'Écran noir à l’accueil',
      urgency: 5,
      category: 'Impression',
      status: 'pending',
    })
    expect(done).toMatchObject({ verification: 'verified', reconciled: 'yes' })
    expect(row(ticketId)).toMatchObject({
      name: 'Écran noir à l’accueil',
      urgency: 5,
      priority: 4,
      status: 4,
    })
    expect(done.call?.arguments).toMatchObject({ category: '-', priority: 6, status: 'new' })
    await done.takeBack()
    for (const column of ['name', 'urgency', 'priority', 'status', 'itilcategories_id']) {
      expect(row(ticketId)?.[column]).toBe(before?.[column])
    }
  })

  it('says that there is nothing to do', async () => {
    const ticketId = newTicket({ urgency: 3 })
    const done = await runAndUndo(bench, 'glpi_update_ticket', { ticketId, urgency: 3 })
    expect(done.data.changed).toBe(false)
    expect(done.call).toBeNull()
    expect(done.summary.fr).toContain('rien à faire')
    const preview = await bench.effect('glpi_update_ticket').preview({ ticketId, urgency: 3 }, context())
    expect(preview.warnings.map(({ en }) => en)).toContain('The ticket is like that already.')
  })

  it.each([5, 6])('reopens a ticket of status %i, alone', async (status) => {
    const ticketId = newTicket({ status, closedate: null })
    const both = { ticketId, status: 'assigned', title: 'Autre' }
    expect(await failureOf(bench.run('glpi_update_ticket', both))).toMatchObject({
      reason: 'glpi.reopen_alone',
    })
    const done = await runAndUndo(bench, 'glpi_update_ticket', { ticketId, status: 'assigned' })
    expect(done.summary.en).toBe(`Ticket #${ticketId} reopened.`)
    expect(row(ticketId)?.status).toBe(2)
    expect(done.call).toEqual(
      status === 6 ? { toolName: 'glpi_close_ticket', arguments: { ticketId } } : null,
    )
    await done.takeBack()
    expect(row(ticketId)?.status).toBe(status === 6 ? 6 : 2)
  })

  it('knows that GLPI keeps the title of a closed ticket', async () => {
    const ticketId = newTicket({ status: 6 })
    const error = await failureOf(bench.run('glpi_update_ticket', { ticketId, title: 'Autre' }))
    expect(error).toMatchObject({ code: 'CONFLICT', reason: 'glpi.ticket_closed' })
  })

  it('cannot be told that a change failed when only the look at it did', async () => {
    const ticketId = newTicket()
    const args = { ticketId, urgency: 5 }
    const reads: string[] = []
    const tickets = {
      ...bench.glpi.tickets,
      get: async (...given: Parameters<typeof bench.glpi.tickets.get>) => {
        reads.push('get')
        if (reads.length === 2) bench.estate.glpi.failNext({ ...refusal, path: `Ticket/${ticketId}` })
        return bench.glpi.tickets.get(...given)
      },
    }
    const { createGlpiTools } = await import('../src/systems/glpi/index.ts')
    const tool = createGlpiTools({ ...bench.glpi, tickets }).find(
      ({ descriptor }) => descriptor.name === 'glpi_update_ticket',
    )
    if (tool === undefined) throw new Error('no tool')
    const error = await failureOf(tool.run(tool.descriptor.input.parse(args), context()))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'glpi.done_partly' })
    expect(await bench.effect('glpi_update_ticket').reconcile(args, new Date(), context())).toBe('yes')
  })

  it('does not guess about a change of which a part is there', async () => {
    const ticketId = newTicket({ urgency: 5 })
    const { reconcile } = bench.effect('glpi_update_ticket')
    expect(await reconcile({ ticketId, urgency: 5, title: 'Autre' }, new Date(), context())).toBe('unknown')
    expect(await reconcile({ ticketId, urgency: 4, title: 'Autre' }, new Date(), context())).toBe('no')
  })
})

describe('glpi_assign_ticket', () => {
  const assigned = (ticketId: number) => ({
    users: bench.estate.glpi
      .rows('Ticket_User', { tickets_id: ticketId, type: 2 })
      .map((link) => link.users_id),
    groups: bench.estate.glpi
      .rows('Group_Ticket', { tickets_id: ticketId, type: 2 })
      .map((link) => link.groups_id),
  })

  it('takes the place of who has it, and gives it back', async () => {
    const ticketId = newTicket({ status: 1 })
    const first = await runAndUndo(bench, 'glpi_assign_ticket', {
      ticketId,
      technician: 'api-hub',
      group: 'Réseau',
    })
    expect(first).toMatchObject({ verification: 'verified', reconciled: 'yes' })
    expect(row(ticketId)?.status).toBe(2)
    expect(assigned(ticketId)).toEqual({ users: [6], groups: [2] })
    const second = await runAndUndo(bench, 'glpi_assign_ticket', {
      ticketId,
      technician: 'jean.dupont;nadia.cherif',
    })
    expect(second.data).toMatchObject({
      before: { technicians: ['Assistant Hub'], groups: ['Réseau'] },
      after: { technicians: ['Jean Dupont', 'Nadia Cherif'], groups: ['Réseau'] },
    })
    expect(second.call?.arguments).toEqual({ ticketId, technician: 'api-hub' })
    await second.takeBack()
    expect(assigned(ticketId)).toEqual({ users: [6], groups: [2] })
    expect(first.call?.arguments).toEqual({ ticketId, technician: '-', group: '-' })
    await first.takeBack()
    expect(assigned(ticketId)).toEqual({ users: [], groups: [] })
    expect(row(ticketId)?.status).toBe(1)
  })

  it('says that there is nothing to do', async () => {
    const ticketId = newTicket()
    await bench.run('glpi_assign_ticket', { ticketId, group: 'Support' })
    const again = await runAndUndo(bench, 'glpi_assign_ticket', { ticketId, group: 'Support' })
    expect(again.data.changed).toBe(false)
    expect(again.call).toBeNull()
  })

  it('does not call a half-done change a failure', async () => {
    const ticketId = newTicket()
    await bench.run('glpi_assign_ticket', { ticketId, technician: 'api-hub' })
    bench.estate.glpi.failNext({ ...refusal, path: 'Ticket_User/', method: 'DELETE' })
    const args = { ticketId, technician: 'jean.dupont' }
    const error = await failureOf(bench.run('glpi_assign_ticket', args))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'glpi.done_partly' })
    expect(await bench.effect('glpi_assign_ticket').reconcile(args, new Date(), context())).toBe('unknown')
  })

  it('refuses nobody at all, and people who cannot work', async () => {
    const { input } = bench.tool('glpi_assign_ticket').descriptor
    expect(input.safeParse({ ticketId: 1234 }).success).toBe(false)
    const args = { ticketId: 1234, technician: 'kevin.lopez' }
    expect(await failureOf(bench.run('glpi_assign_ticket', args))).toMatchObject({
      reason: 'glpi.person_inactive',
    })
  })
})
