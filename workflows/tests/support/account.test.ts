import { randomUUID } from 'node:crypto'
import { verifyAudit } from '@hub/safeguard'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leaveWatch } from '../../src/support/watch/watch.store.ts'
import { solveTicket } from '../harness/answer-ticket.ts'
import { approver } from '../harness/start-lab.ts'
import { type SupportLab, startSupportLab } from './support-lab.ts'

let lab: SupportLab
beforeAll(async () => {
  lab = await startSupportLab()
  await lab.startParts()
}, 90_000)
afterAll(() => lab?.close())

const locked = {
  title: 'Compte bloqué',
  text: 'Bonjour, mon compte Windows est verrouillé, pouvez-vous le débloquer ? Merci.',
}
const forgotten = {
  title: 'Mot de passe oublié',
  text: 'Bonjour, j’ai oublié mon mot de passe Windows, pouvez-vous le réinitialiser ? Merci.',
}
const lockedOf = (login: string) =>
  lab.estate.directory.control.find(login)?.attributes.lockoutTime?.[0] ?? '0'

describe('a locked account', () => {
  it('is unlocked, told and closed, and the dashboards hear of it', async () => {
    await lab.estate.directory.control.lock('jean.dupont')
    const id = lab.writeTicket({ ...locked, by: 'jean.dupont' })
    await lab.approveNext(id, 'glpi_add_followup')
    expect(lockedOf('jean.dupont')).toBe('0')
    await lab.approveNext(id, 'glpi_close_ticket')
    await lab.until(id, 'done')
    expect(await lab.runOf(id)).toMatchObject({
      category: 'DEBLOCAGE',
      phase: 'resolved',
      autoResolved: true,
      clientName: 'EHPAD Les Jardins',
    })
    expect(lab.estate.glpi.row('Ticket', id)).toMatchObject({ status: 6 })
    const told = lab.followups(id).filter(({ isPrivate }) => !isPrivate)
    expect(told).toHaveLength(1)
    expect(told[0]?.content).toContain('jean.dupont est déverrouillé')
    const events = await lab.db.event.findMany({ where: { type: 'workflow:ticket_processed' } })
    expect(events.map(({ data }) => data)).toEqual([
      {
        runId: `support:${id}`,
        ticketId: id,
        phase: 'resolved',
        category: 'DEBLOCAGE',
        confidence: expect.any(Number),
        client: 'EHPAD Les Jardins',
        durationMs: expect.any(Number),
        autoResolved: true,
      },
    ])
  }, 90_000)

  it('that is not locked is left to a technician', async () => {
    const id = lab.writeTicket({ ...locked, by: 'marie.martin' })
    await lab.until(id, 'done')
    expect(await lab.runOf(id)).toMatchObject({ phase: 'escalated', autoResolved: false })
    expect(lab.followups(id)).toEqual([
      { content: expect.stringContaining('n’est pas verrouillé'), isPrivate: true },
    ])
    expect(lab.estate.glpi.rows('Group_Ticket', { tickets_id: id, type: 2 })).toHaveLength(1)
  }, 60_000)
})

describe('a forgotten password', () => {
  it('is reset by an approval that comes after a restart', async () => {
    const before = lab.changes()
    const id = lab.writeTicket({ ...forgotten, by: 'marie.martin' })
    const request = await lab.nextRequest(id)
    expect(request.toolName).toBe('ad_reset_password')
    await lab.until(id, 'waiting')
    await lab.endParts()
    await lab.approve(request.id)
    await lab.startParts()
    await lab.approveNext(id, 'glpi_add_followup')
    await lab.approveNext(id, 'glpi_close_ticket')
    await lab.until(id, 'done')
    expect(await lab.runOf(id)).toMatchObject({ phase: 'resolved', autoResolved: true })
    expect(lab.changes() - before).toBeGreaterThan(0)
    expect(await lab.stateOf(request.id)).toBe('executed')
  }, 120_000)

  it('of the namesake at another client is the one of that client', async () => {
    const id = lab.writeTicket({ ...forgotten, by: 'marie.martin2', client: 'Clinique Saint-Jean' })
    const { id: request } = await lab.nextRequest(id)
    const { arguments: args } = await lab.db.approval.findUniqueOrThrow({ where: { id: request } })
    expect(args).toMatchObject({ login: expect.stringMatching(/^marie\.martin2@/) })
  }, 60_000)

  const take = (id: number) =>
    lab.estate.glpi.insert('Ticket_User', { tickets_id: id, users_id: 6, type: 2, use_notification: 1 })

  it.each<[string, (id: number) => unknown]>([
    ['takes the ticket', take],
    ['solves it', (id) => solveTicket(lab.estate, id)],
    [
      'writes in it',
      (id) => {
        const [sample] = lab.estate.glpi.rows('ITILFollowup')
        const content = '<p>Je m’en occupe.</p>'
        lab.estate.glpi.insert('ITILFollowup', { ...sample, id: null, items_id: id, users_id: 6, content })
      },
    ],
  ])(
    'is not asked for any more once a person %s',
    async (_, touch) => {
      const before = lab.changes()
      const id = lab.writeTicket({ ...forgotten, by: 'jean.dupont' })
      const request = await lab.nextRequest(id)
      await lab.until(id, 'waiting')
      await touch(id)
      await lab.untilState(request.id, 'cancelled')
      await lab.until(id, 'done')
      expect(await lab.runOf(id)).toMatchObject({ phase: 'left_to_human', autoResolved: false })
      // The yes that comes after it finds nothing to say yes to.
      await expect(lab.approve(request.id)).rejects.toThrow(
        expect.objectContaining({ reason: 'approval.state.cancelled' }),
      )
      expect(lab.changes()).toBe(before)
      const [cancelled] = await lab.db.userAuditLog.findMany({
        where: { subjectId: request.id, action: 'approval.cancel' },
      })
      expect(cancelled).toMatchObject({ actorKey: `workflow:support:support:${id}` })
      expect(await verifyAudit(lab.db)).toMatchObject({ isIntact: true })
    },
    60_000,
  )

  it('of a yes that came before a person took the ticket is made, and the run ends telling so', async () => {
    const id = lab.writeTicket({ ...forgotten, by: 'jean.dupont' })
    const request = await lab.nextRequest(id)
    await lab.until(id, 'waiting')
    const nobody = randomUUID()
    // The watch sees nothing meanwhile: the yes is first.
    const leasedUntil = new Date(Date.now() + 60_000)
    await lab.db.supportWatch.updateMany({ data: { reader: nobody, leasedUntil } })
    take(id)
    await lab.approve(request.id)
    await lab.until(id, 'done')
    await leaveWatch(lab.db, nobody)
    expect(await lab.stateOf(request.id)).toBe('executed')
    expect(await lab.runOf(id)).toMatchObject({
      phase: 'left_to_human',
      autoResolved: false,
      facts: { leftToHuman: 'assigned', madeBefore: ['reset'] },
    })
    expect(lab.followups(id).filter(({ isPrivate }) => !isPrivate)).toEqual([])
  }, 60_000)

  it('is not asked for any more once its run is cancelled, nor made after a yes', async () => {
    const ask = async () => {
      const id = lab.writeTicket({ ...forgotten, by: 'jean.dupont' })
      return { id, request: (await lab.nextRequest(id)).id }
    }
    const cancel = (id: number) =>
      lab.db.workflowCommand.create({
        data: { runId: `support:${id}`, kind: 'cancel', userId: approver.userId, at: new Date() },
      })
    const pending = await ask()
    await cancel(pending.id)
    await lab.untilState(pending.request, 'cancelled')
    await lab.until(pending.id, 'cancelled')
    const before = lab.changes()
    const approved = await ask()
    await lab.until(approved.id, 'waiting')
    await lab.db.workflowRun.update({
      where: { id: `support:${approved.id}` },
      data: { state: 'cancelled', endedAt: new Date() },
    })
    await lab.approve(approved.request)
    await lab.untilState(approved.request, 'failed')
    expect(lab.changes()).toBe(before)
  }, 60_000)

  it('goes to a technician when people refuse it', async () => {
    const id = lab.writeTicket({ ...forgotten, by: 'lucas.perrin' })
    const request = await lab.nextRequest(id)
    await lab.reject(request.id)
    await lab.until(id, 'done')
    expect(await lab.runOf(id)).toMatchObject({ phase: 'escalated' })
    expect(lab.followups(id).some(({ content }) => content.includes('refusée'))).toBe(true)
  }, 60_000)
})
