import { toolCatalog } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import type { ChatMessage, ProviderId } from '../src/index.ts'
import { runTurn, type ToolAnswers, user } from './conversation.ts'
import { answers, unlocked } from './effects-of.ts'
import { account, client, ok } from './results.ts'

const list = (name: string, question = 'Est-ce bien celui-ci (« oui » ou « non ») ?') =>
  `1. **${name}** - compte de service\n\n${question}`
const replies = ['oui', 'ok', '1', 'le premier', 'oui c’est lui', 'svc-hub']

async function effectsAfter(order: string, answer: Omit<ChatMessage, 'role'>, reply: string) {
  const before: ChatMessage[] = [user(order), { role: 'assistant', ...answer }]
  const { rounds } = await runTurn([...before, user(reply)], answers)
  return rounds.flat().filter(({ name }) => toolCatalog.get(name)?.annotations.readOnlyHint === false)
}

describe('a list or a question of an earlier answer', () => {
  const models: (ProviderId | undefined)[] = ['ollama', 'mistral', undefined]
  const orders = [
    'débloque lucas.perrin',
    'débloque un compte',
    'débloque Lucas Perrin',
    'si besoin débloque un compte',
  ]
  it.each(models.flatMap((provider) => orders.map((order) => [order, provider] as const)))(
    'aims no order at an account when a model wrote it: %s (%s)',
    async (order, provider) => {
      for (const reply of replies.slice(0, -1)) {
        const answer = { content: list('svc-hub'), ...(provider && { provider }) }
        expect(await effectsAfter(order, answer, reply), reply).toEqual([])
      }
    },
  )

  it('confirms nothing when a model wrote it', async () => {
    const content = 'Faut-il lancer maintenant : déblocage (jean.dupont), « oui » ou « non » ?'
    const order = 'si besoin débloque jean.dupont'
    expect(await effectsAfter(order, { content, provider: 'ollama' }, 'oui')).toEqual([])
    expect(await effectsAfter(order, { content, provider: 'builtin' }, 'oui')).toEqual([unlocked])
  })

  it.each([
    'débloque lucas.perrin',
    'réinitialise le mot de passe de lucas.perrin',
    'ajoute lucas.perrin au groupe VPN',
  ])('never aims a complete order anew, whoever wrote it: %s', async (order) => {
    for (const reply of replies) {
      const answer = { content: list('svc-hub'), provider: 'builtin' as const }
      for (const { arguments: args } of await effectsAfter(order, answer, reply))
        expect(args, reply).toMatchObject({ login: 'lucas.perrin' })
    }
  })

  it('still fills in what an order misses', async () => {
    const found: ToolAnswers = {
      ...answers,
      ad_search_users: () => ok({ users: [account('jean.dupont'), account('jeanne.dupont')], total: 2 }),
    }
    const asked = await runTurn([user('débloque Dupont Jean')], found)
    expect(asked.text).toContain('2. **jeanne.dupont**')
    const { rounds } = await runTurn([...asked.messages, user('le 1')], found)
    expect(rounds.flat()).toContainEqual(unlocked)
  })

  it('fills in the client that a phrase may mean, and no other', async () => {
    const found: ToolAnswers = {
      ...answers,
      glpi_search_client: ({ query }) =>
        ok({
          clients: ['Clinique Saint-Jean', 'Clinique Saint-Paul'].flatMap((name) =>
            /saint-jean/i.test(String(query)) && !/jean/i.test(name) ? [] : [client(name, [])],
          ),
          total: 2,
        }),
      mail_notify_client: () => ok({}),
    }
    const asked = await runTurn([user('préviens la clinique saint : coupure ce soir à 22 h')], found)
    expect(asked.text).toContain('1. **Clinique Saint-Jean**')
    const { rounds } = await runTurn([...asked.messages, user('le 1')], found)
    expect(rounds.flat().at(-1)).toMatchObject({
      name: 'mail_notify_client',
      arguments: { client: 'Clinique Saint-Jean' },
    })
    const steered = list('EHPAD Les Tilleuls', 'Plusieurs clients correspondent. Lequel ?')
    const order = 'préviens la Clinique Saint-Jean : coupure ce soir à 22 h'
    expect(await effectsAfter(order, { content: steered, provider: 'builtin' }, 'le 1')).toEqual([])
  })
})
