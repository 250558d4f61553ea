import { type Estate, startEstate } from '@hub/estate'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createGlpiTools, type GlpiClient } from '../src/systems/glpi/index.ts'
import { context } from './glpi-setup.ts'
import { drivers } from './glpi-v2-drivers.ts'

let estate: Estate
let glpi: GlpiClient
beforeAll(async () => {
  estate = await startEstate()
})
afterEach(() => glpi.close())
afterAll(() => estate.close())

async function run<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const tool = createGlpiTools(glpi).find(({ descriptor }) => descriptor.name === name)
  if (!tool) throw new Error(`no tool ${name}`)
  const { data } = await tool.run(tool.descriptor.input.parse(input), context())
  return tool.descriptor.output.parse(data) as T
}

const numbersOf = async (input: Record<string, unknown>) => {
  const { tickets } = await run<{ tickets: { ticketId: number }[] }>('glpi_search_tickets', input)
  return tickets.map(({ ticketId }) => ticketId)
}

const allNumbers = () =>
  estate.glpi
    .rows('Ticket')
    .filter(({ is_deleted }) => is_deleted !== 1)
    .map(({ id }) => id)
    .sort((a, b) => a - b)

function newTicket(actor: { users_id: number; alternative_email?: string }): number {
  const sample = estate.glpi.row('Ticket', 1234)
  const { id } = estate.glpi.insert('Ticket', { ...sample, id: null, name: 'Bonjour' })
  estate.glpi.insert('Ticket_User', { tickets_id: id, type: 1, use_notification: 1, ...actor })
  return id
}

describe.each(drivers)('%s', (_, open) => {
  it('reads every ticket once, the lowest number first, page by page', async () => {
    glpi = open(estate)
    const all = allNumbers()
    const from = all.at(-125) ?? 0
    const seen: number[] = []
    for (;;) {
      const page = await numbersOf({ afterNumber: seen.at(-1) ?? from, sort: 'oldest', limit: 50 })
      seen.push(...page)
      if (page.length < 50) break
    }
    expect(seen).toEqual(all.filter((id) => id > from))
    expect(await numbersOf({ sort: 'newest', limit: 2 })).toEqual(all.slice(-2).reverse())
    expect(await numbersOf({ afterNumber: all.at(-1), sort: 'oldest' })).toEqual([])
  })

  it('knows the login and the addresses of a requester that GLPI knows', async () => {
    glpi = open(estate)
    const [mail] = estate.glpi.rows('UserEmail', { users_id: 101 })
    const user = estate.glpi.row('User', 101)
    const ticketId = newTicket({ users_id: 101 })
    const { ticket } = await run<{ ticket: Record<string, unknown> }>('glpi_get_ticket_details', { ticketId })
    expect(ticket).toMatchObject({
      requesterUsers: [
        { name: `${user?.firstname} ${user?.realname}`, login: user?.name, emails: [mail?.email] },
      ],
      openedByHub: false,
      missing: [],
    })
  })

  it('tells which ticket the Hub opened itself', async () => {
    glpi = open(estate)
    const key = `mine-${Date.now()}`
    const id = await glpi.tickets.create({
      clientId: 36,
      title: 'a',
      text: 'b',
      type: 'incident',
      urgency: 3,
      key,
    })
    const { ticket } = await run<{ ticket: unknown }>('glpi_get_ticket_details', { ticketId: id })
    expect(ticket).toMatchObject({ openedByHub: true })
  })
})

it('gives the bare address of a requester that GLPI has no user for', async () => {
  const legacy = drivers.find(([name]) => name === 'legacy')
  if (!legacy) throw new Error('no legacy driver')
  glpi = legacy[1](estate)
  const ticketId = newTicket({ users_id: 0, alternative_email: 'x@evil.example' })
  const { ticket } = await run<{ ticket: unknown }>('glpi_get_ticket_details', { ticketId })
  expect(ticket).toMatchObject({ requesterUsers: [{ name: null, login: null, emails: ['x@evil.example'] }] })
})
