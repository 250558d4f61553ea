import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type SupportLab, startSupportLab } from './support-lab.ts'

const isLong = process.env.HUB_CONFORMANCE === 'long'
const kills = isLong ? 100 : 4
const logins = ['jean.dupont', 'marie.martin', 'sandrine.gomez']

let lab: SupportLab
beforeAll(async () => {
  lab = await startSupportLab()
}, 90_000)
afterAll(() => lab?.close())

const isWatched = async () => (await lab.db.supportWatch.findFirst())?.settledTicketId
const openIds = async () =>
  (await lab.db.approval.findMany({ where: { state: 'pending' }, select: { id: true } })).map(({ id }) => id)

/** Says yes to whatever the runs ask, as people do, until they are told to stop. */
function approveAll(): () => Promise<void> {
  let isOver = false
  const work = (async () => {
    while (!isOver) {
      for (const id of await openIds()) await lab.approve(id)
      await wait(200)
    }
  })()
  return async () => {
    isOver = true
    await work
  }
}

it(`handles every ticket once though its workers are killed ${kills} times`, async () => {
  await lab.spawnMcp()
  let [killed, other] = await Promise.all([lab.spawnExecutor(), lab.spawnExecutor()])
  await vi.waitFor(async () => expect(await isWatched()).toBeGreaterThan(0), { timeout: 40_000 })
  const printers = logins.map((by) =>
    lab.writeTicket({ title: 'Imprimante', text: 'Bonjour, l’imprimante du bureau 12 bourre. Merci.', by }),
  )
  const resets = logins.map((by) =>
    lab.writeTicket({
      title: 'Mot de passe oublié',
      text: 'Bonjour, j’ai oublié mon mot de passe Windows, pouvez-vous le réinitialiser ? Merci.',
      by,
    }),
  )
  const stopApproving = approveAll()
  for (let kill = 0; kill < kills; kill++) {
    await wait(500 + Math.random() * 3_000)
    await killed.kill()
    ;[killed, other] = [other, await lab.spawnExecutor()]
  }
  const all = [...printers, ...resets]
  await vi.waitFor(
    async () => {
      const done = { id: { in: all.map((id) => `support:${id}`) }, state: 'done' }
      expect(await lab.db.workflowRun.count({ where: done })).toBe(all.length)
    },
    { timeout: 180_000, interval: 500 },
  )
  await stopApproving()
  for (const id of printers) {
    expect(lab.followups(id).map(({ isPrivate }) => isPrivate)).toEqual([true])
    expect(lab.estate.glpi.rows('Group_Ticket', { tickets_id: id, type: 2 })).toHaveLength(1)
  }
  for (const id of resets) {
    const asked = await lab.db.approval.findMany({
      where: { requesterKey: { contains: `support:${id}` } },
      orderBy: { number: 'asc' },
      select: { toolName: true },
    })
    expect(asked.map(({ toolName }) => toolName)).toEqual([
      'ad_reset_password',
      'glpi_add_followup',
      'glpi_close_ticket',
    ])
    expect(lab.followups(id).filter(({ isPrivate }) => !isPrivate)).toHaveLength(1)
    expect(lab.estate.glpi.rows('ITILSolution', { items_id: id })).toHaveLength(1)
    expect(lab.estate.glpi.row('Ticket', id)).toMatchObject({ status: 6 })
  }
  const events = await lab.db.event.findMany({ where: { type: 'workflow:ticket_processed' } })
  expect(events).toHaveLength(all.length)
  expect(other).toBeDefined()
}, 400_000)
