import { describe, expect, it } from 'vitest'
import { runTurn, type ToolAnswers, user } from './conversation.ts'
import { account, approval, client, ok, ticket } from './results.ts'

const people = [
  { login: 'marie.martin', displayName: 'Marie Martin', company: 'EHPAD Les Jardins' },
  { login: 'marie.martin2', displayName: 'Marie Martin', company: 'Clinique Saint-Jean' },
  { login: 'lucas.perrin', displayName: 'Lucas Perrin', company: 'EHPAD Les Jardins' },
]
const clients = [
  client('Clinique Saint-Jean', ['SWITCH-CLIN-STJEAN', 'ROUTEUR-CLIN-STJEAN']),
  client('EHPAD Les Jardins', ['SWITCH-JARDINS-001', 'ROUTEUR-JARDINS']),
]
const answers: ToolAnswers = {
  ad_check_user: ({ login }) => ok({ account: account(String(login), { locked: true }) }),
  ad_search_users: ({ query }) => {
    const users = people.filter(({ displayName }) => displayName === query)
    return ok({ users, total: users.length })
  },
  ad_unlock_account: ({ login }) => ok({ login, wasLocked: true, locked: false }),
  ad_reset_password: () => approval('APR-2026-000001'),
  ad_list_user_groups: ({ login }) => ok({ login, groups: [] }),
  glpi_search_client: ({ query }) => {
    const found = clients.filter(({ name }) => name.toLowerCase().includes(String(query).toLowerCase()))
    return ok({ clients: found, total: found.length })
  },
  glpi_get_ticket_details: ({ ticketId }) => ok({ ticket: ticket(Number(ticketId)) }),
  glpi_close_ticket: () => approval('APR-2026-000002'),
  glpi_add_followup: ({ ticketId }) => ok({ ticketId, followupId: 1, alreadyThere: false }),
  glpi_create_ticket: () => approval('APR-2026-000003'),
  glpi_search_tickets: () => ok({ tickets: [], total: 0 }),
  observium_list_devices: ({ text }) =>
    ok({ devices: [{ hostname: 'SWITCH-CLIN-STJEAN' }, { hostname: `${text}-X` }], total: 2 }),
  observium_get_device_status: ({ device }) =>
    device === 'SWITCH-CLIN-STJEAN' ? ok({ device: { hostname: device, state: 'up' } }) : undefined,
}

/** Says one sentence after another; gives the calls and the text of the last turn. */
async function talk(...sentences: string[]) {
  let messages: Parameters<typeof runTurn>[0] = []
  let last = { calls: [] as { name: string; arguments: unknown }[], text: '' }
  for (const sentence of sentences) {
    const turn = await runTurn([...messages, user(sentence)], answers)
    messages = turn.messages
    last = { calls: turn.rounds.flat(), text: turn.text }
  }
  return last
}

const unlock = (login: string) => ({ name: 'ad_unlock_account', arguments: { login } })

describe('several people of one name', () => {
  it('asks which one, and reads the one that is picked', async () => {
    const asked = await talk('vérifie le compte de Marie Martin')
    expect(asked.text).toContain('1. **marie.martin** - Marie Martin, EHPAD Les Jardins')
    expect(asked.text).toContain('2. **marie.martin2**')
    const picked = await talk('vérifie le compte de Marie Martin', 'la deuxième')
    expect(picked.calls).toEqual([{ name: 'ad_check_user', arguments: { login: 'marie.martin2' } }])
  })

  it('acts on a name only once the account is confirmed', async () => {
    const asked = await talk('débloque le compte de Lucas Perrin')
    expect(asked.calls.map(({ name }) => name)).toEqual(['ad_search_users'])
    expect((await talk('débloque le compte de Lucas Perrin', 'oui')).calls).toContainEqual(
      unlock('lucas.perrin'),
    )
    const refused = await talk('débloque le compte de Lucas Perrin', 'non')
    expect(refused).toEqual({
      calls: [],
      text: 'Je ne lance rien de plus. Ce qui a déjà été fait ou demandé reste en l’état.',
    })
    expect((await talk('débloque le compte de Lucas Perrin', 'non', 'oui')).calls).toEqual([])
  })

  it('takes one account at a time', async () => {
    const asked = await talk('débloque jean.dupont et lucas.perrin')
    expect(asked.calls).toEqual([])
    expect((await talk('débloque jean.dupont et lucas.perrin', 'le 2')).calls).toContainEqual(
      unlock('lucas.perrin'),
    )
  })
})

describe('follow-ups', () => {
  it.each([
    [['les tickets de jean.dupont', 'et son compte AD ?'], 'ad_check_user', { login: 'jean.dupont' }],
    [
      ['vérifie jean.dupont', 'réinitialise-le'],
      'ad_reset_password',
      { login: 'jean.dupont', mustChangeAtNextLogon: true },
    ],
    [['check account jean.dupont', 'and his groups?'], 'ad_list_user_groups', { login: 'jean.dupont' }],
    [['montre le ticket 1234', 'ferme-le'], 'glpi_close_ticket', { ticketId: 1234 }],
    [
      ['tickets ouverts de la clinique saint-jean', "et pour l'ehpad les jardins ?"],
      'glpi_search_tickets',
      { client: 'EHPAD Les Jardins', status: 'open' },
    ],
    [['débloque lucas.perrin', 'pareil pour marie.martin'], 'ad_unlock_account', { login: 'marie.martin' }],
    [
      ['ajoute un suivi au ticket 12', 'rappelé, absent'],
      'glpi_add_followup',
      { ticketId: 12, content: 'rappelé, absent', isPrivate: true },
    ],
    [
      ['crée un ticket', 'pour la clinique saint-jean : écran noir'],
      'glpi_create_ticket',
      { client: 'Clinique Saint-Jean', title: 'écran noir', description: 'écran noir' },
    ],
  ])('%j', async (sentences, name, args) => {
    expect((await talk(...sentences)).calls).toContainEqual({ name, arguments: args })
  })

  it('repeats no action for a mere "and ...?"', async () => {
    const { calls } = await talk('débloque lucas.perrin', 'et marie.martin ?')
    expect(calls).toEqual([{ name: 'ad_check_user', arguments: { login: 'marie.martin' } }])
  })

  it('acts on nothing that two accounts may mean', async () => {
    const { calls, text } = await talk('compare jean.dupont et lucas.perrin', 'débloque-le')
    expect(calls).toEqual([])
    expect(text).toContain('Un compte à la fois')
  })
})

describe('names with slips', () => {
  it.each(['clinique saint jaen', 'clinque st-jean'])('finds the client: %s', async (name) => {
    const { calls } = await talk(`tickets ouverts de la ${name}`)
    expect(calls).toContainEqual({
      name: 'glpi_search_tickets',
      arguments: { client: 'Clinique Saint-Jean', status: 'open' },
    })
  })

  it('finds the device that the monitoring writes almost the same', async () => {
    const { text } = await talk('état de SWITCH-CLIN-STJAEN')
    expect(text).toContain('**SWITCH-CLIN-STJEAN** est **en ligne (UP)**')
  })
})
