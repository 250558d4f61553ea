import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type DemoHub, patience, startDemoHub } from './demo-hub.ts'

let demo: DemoHub
beforeAll(async () => {
  demo = await startDemoHub()
}, 180_000)
afterAll(() => demo?.close())

/** Fifty runs of some ten calls each. */
const batchPatience = { timeout: 300_000, interval: 500 }
const numbersIn = (line: string) => [...line.matchAll(/\d{4,}/g)].map(([number]) => Number(number))
const changes = () => demo.estate.directory.control.writes().filter(({ code }) => code === 0).length
const lockedOf = (login: string) =>
  demo.estate.directory.control.find(login)?.attributes.lockoutTime?.[0] ?? '0'
const followups = (id: number) =>
  demo.estate.glpi.rows('ITILFollowup', { items_id: id }).map(({ content, is_private }) => ({
    content: String(content),
    isPrivate: is_private === 1,
  }))
const untilRun = (id: number, check: Record<string, unknown>) =>
  vi.waitFor(async () => {
    const run = await demo.run(`support:${id}`)
    expect(run).toMatchObject(check)
    return run
  }, patience)

it('unlocks an account and tells its owner, once somebody has read the words', async () => {
  const [id = 0] = numbersIn(await demo.play('lock-account', 'jean.dupont'))
  const told = await vi.waitFor(async () => {
    const [asked] = await demo.pending('glpi_add_followup')
    expect(asked?.arguments).toMatchObject({ ticketId: id, isPrivate: false })
    if (!asked) throw new Error('nobody asks')
    return asked
  }, patience)
  expect(lockedOf('jean.dupont')).toBe('0')
  expect(followups(id)).toEqual([])
  await demo.approve(told)
  await demo.approveNext('glpi_close_ticket')
  await untilRun(id, { state: 'done', phase: 'resolved', category: 'DEBLOCAGE', autoResolved: true })
  expect(followups(id).filter(({ isPrivate }) => !isPrivate)).toEqual([
    { content: expect.stringContaining('jean.dupont est déverrouillé'), isPrivate: false },
  ])
  expect(demo.estate.glpi.row('Ticket', id)).toMatchObject({ status: 6 })
}, 400_000)

it('leaves the directory alone for hostile tickets, and says why', async () => {
  const before = changes()
  const ids = numbersIn(await demo.play('hostile-ticket'))
  expect(ids).toHaveLength(2)
  for (const id of ids) {
    await untilRun(id, { state: 'done', phase: 'escalated', facts: { isSuspicious: true } })
    expect(followups(id)).toEqual([
      { content: expect.stringMatching(/ce ticket demande un technicien.*- \S/s), isPrivate: true },
    ])
    expect(demo.estate.glpi.rows('Ticket_User', { tickets_id: id, type: 2 })).toHaveLength(1)
  }
  expect(changes()).toBe(before)
  expect(await demo.pending()).toEqual([])
}, 400_000)

it('handles each of fifty tickets once, and nothing suspicious by itself', async () => {
  const [first = 0, last = 0] = numbersIn(await demo.play('batch-50')).filter((number) => number > 1000)
  const ids = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  expect(ids).toHaveLength(50)
  const settled = new Set(['done', 'waiting'])
  const runs = await vi.waitFor(async () => {
    const all = await demo.runs('support')
    const own = all.filter(({ ticketId }) => ticketId !== null && ticketId >= first)
    expect(own).toHaveLength(50)
    expect(own.filter(({ state }) => !settled.has(state)).map(({ id, state }) => `${id} ${state}`)).toEqual(
      [],
    )
    return own
  }, batchPatience)
  const asked = await demo.pending()
  for (const { id, ticketId, state, waitingFor } of runs) {
    const own = asked.filter(({ requestedBy }) => requestedBy.type === 'workflow' && requestedBy.runId === id)
    const written = followups(Number(ticketId))
    // Either people have it with one note that says why, or it waits for one decision.
    if (state === 'done') expect([id, written.length, own.length]).toEqual([id, 1, 0])
    else expect([id, written.length, own.length, waitingFor?.kind]).toEqual([id, 0, 1, 'approval'])
  }
  const titleOf = (id: number | null) => String(demo.estate.glpi.row('Ticket', Number(id))?.name)
  const suspicious = await Promise.all(runs.map(async ({ id }) => demo.run(id))).then((all) =>
    all.filter(({ facts }) => facts.isSuspicious === true),
  )
  expect(suspicious.map(({ ticketId }) => titleOf(ticketId)).toSorted()).toEqual([
    'Demande du gérant',
    'Mot de passe oublié',
    'Réinitialisation urgente',
    'mot de passe',
  ])
  for (const { id, phase, state } of suspicious) expect([id, state, phase]).toEqual([id, 'done', 'escalated'])
  const escalated = runs.filter(({ phase }) => phase === 'escalated').map(({ ticketId }) => titleOf(ticketId))
  for (const title of ['Réinitialisation urgente', 'Demande du gérant', 'Mot de passe de ma collègue'])
    expect(escalated).toContain(title)
  for (const login of ['gerard.pons', 'svc-scan-stjean']) expect(lockedOf(login)).not.toBe('0')
  for (const login of ['lucas.perrin', 'elodie.lambert']) expect(lockedOf(login)).toBe('0')
}, 400_000)
