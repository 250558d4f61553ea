import { toolCatalog } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { abilities, intents } from '../src/builtin/intents/index.ts'
import { understandMessages } from '../src/index.ts'
import { runTurn, type ToolAnswers, user } from './conversation.ts'
import { account, approval, client, ok, passages, ticket } from './results.ts'

const clientOf = (query: unknown) => client(String(query), ['SWITCH-CLIN-STJEAN', 'ROUTEUR-CLIN-STJEAN'])
const person = { login: 'claire.fontaine', displayName: 'Claire Fontaine' }

/** Everything exists and every write waits for an approval. */
const answers: ToolAnswers = Object.fromEntries(
  [...toolCatalog.values()].map(({ name, annotations }) => [
    name,
    () => (annotations.readOnlyHint ? ok({}) : approval('APR-2026-000123')),
  ]),
)
Object.assign(answers, {
  glpi_search_client: ({ query }) => ok({ clients: [clientOf(query)], total: 1 }),
  glpi_get_ticket_details: ({ ticketId }) => ok({ ticket: ticket(Number(ticketId)) }),
  ad_check_user: ({ login }) =>
    ok({ account: account(String(login), { locked: true, enabled: login !== 'kevin.lopez' }) }),
  ad_search_users: () => ok({ users: [person], total: 1 }),
  memory_search_similar_cases: () => passages,
} satisfies ToolAnswers)

const cases = intents.flatMap((intent) =>
  (['fr', 'en'] as const).map((language) => ({ intent, language, sentence: intent.example[language] })),
)

describe('the example of each intent', () => {
  it.each(cases)('$intent.id in $language: $sentence', async ({ intent, language, sentence }) => {
    expect(understandMessages([user(sentence)])).toMatchObject({
      intentId: intent.id,
      acts: intent.acts === true,
    })
    const { rounds, text } = await runTurn([user(sentence)], answers, { locale: language })
    const calls = rounds.flat()
    for (const { name, arguments: args } of calls) {
      expect(toolCatalog.get(name)?.input.safeParse(args).error?.issues ?? []).toEqual([])
    }
    const writes = calls.filter(({ name }) => toolCatalog.get(name)?.annotations.readOnlyHint === false)
    expect(writes).toHaveLength(intent.acts ? 1 : 0)
    expect(calls.length > 0).toBe(intent.needs.length > 0)
    if (intent.acts) expect(text).toContain('APR-2026-000123')
    expect(text).not.toMatch(/undefined|null|NaN|\[object/)
  })

  it('covers at least forty abilities, each with its own id and tools that exist', () => {
    expect(abilities.length).toBeGreaterThanOrEqual(40)
    expect(new Set(intents.map(({ id }) => id)).size).toBe(intents.length)
    for (const { needs } of intents) for (const tool of needs) expect(toolCatalog.has(tool)).toBe(true)
  })
})
