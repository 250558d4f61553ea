import { describe, expect, it } from 'vitest'
import { createBuiltinProvider, type ToolSpec } from '../src/index.ts'
import { collect, requestOf } from './collect.ts'
import { ask, runTurn, type ToolAnswers, user } from './conversation.ts'
import { approval, ok, passages, ticket } from './results.ts'

const answers: ToolAnswers = {
  glpi_get_ticket_details: ({ ticketId }) => ok({ ticket: ticket(Number(ticketId)) }),
  glpi_add_followup: ({ ticketId, isPrivate }) =>
    isPrivate ? ok({ ticketId, followupId: 7, alreadyThere: false }) : approval('APR-2026-000125'),
  glpi_close_ticket: () => approval('APR-2026-000124'),
  memory_search_similar_cases: () => passages,
}
const noTools: { tools: ToolSpec[] } = { tools: [] }

describe('tickets', () => {
  it('reads several tickets at once', async () => {
    const { rounds, text } = await runTurn([user('Montre les tickets 1234 et 5678')], answers)
    expect(rounds[0]?.map((call) => call.arguments)).toEqual([{ ticketId: 1234 }, { ticketId: 5678 }])
    expect(text).toContain('Statut : en cours (attribué)')
    expect(text).toContain('**Ticket n° 5678**')
  })

  it('takes a bare number as the reply to its question', async () => {
    const first = await runTurn([user('Peux-tu me montrer un ticket ?')], answers)
    expect(first.text).toBe('Quel est le numéro du ticket ?')
    const { rounds } = await runTurn([...first.messages, user('1234')], answers)
    expect(rounds).toEqual([[{ name: 'glpi_get_ticket_details', arguments: { ticketId: 1234 } }]])
  })

  it('adds a private followup with the very text, and a public one through an approval', async () => {
    const text = 'Client rappelé : réinitialise le mot de passe de jean.dupont demain'
    const kept = await runTurn([user(`Ajoute un suivi au ticket 1234 : ${text}`)], answers)
    expect(kept.rounds).toEqual([
      [{ name: 'glpi_add_followup', arguments: { ticketId: 1234, content: text, isPrivate: true } }],
    ])
    expect(kept.text).toContain('Suivi privé ajouté au ticket n° 1234')
    const open = await runTurn([user('Add a public followup to ticket 1234: "We are on it"')], answers)
    expect(open.rounds[0]?.[0]?.arguments).toEqual({
      ticketId: 1234,
      content: 'We are on it',
      isPrivate: false,
    })
    expect(open.text).toContain('**APR-2026-000125**')
  })

  it('closes through an approval, and not what is closed', async () => {
    const { rounds, text } = await runTurn([user('Clos le ticket 1234')], answers)
    expect(rounds.flat().map(({ name }) => name)).toEqual(['glpi_get_ticket_details', 'glpi_close_ticket'])
    expect(text).toContain("**Rien n'a été exécuté.**")
    const closed = await runTurn([user('close ticket 1234')], {
      ...answers,
      glpi_get_ticket_details: () => ok({ ticket: ticket(1234, { status: 'closed' }) }),
    })
    expect(closed.rounds).toHaveLength(1)
    expect(closed.text).toContain('already closed')
  })
})

describe('knowledge', () => {
  it('quotes passages with their citation numbers', async () => {
    const { rounds, text } = await runTurn([user('Bonjour, comment faire un diagnostic réseau ?')], answers)
    expect(rounds).toEqual([
      [{ name: 'memory_search_similar_cases', arguments: { query: 'comment faire un diagnostic réseau ?' } }],
    ])
    expect(text).toContain('**Procédure de diagnostic réseau** [2]')
    expect(text).toContain('« Vérifier les voyants puis le lien montant. »')
  })

  it('searches by the title of a ticket', async () => {
    const { rounds } = await runTurn([user('similar cases for ticket 1234')], answers)
    expect(rounds[1]).toEqual([
      { name: 'memory_search_similar_cases', arguments: { query: 'Reset MDP - Jean Dupont' } },
    ])
  })

  it('says when nothing matches', async () => {
    const { text } = await runTurn([user('How do I configure Outlook?')], {
      memory_search_similar_cases: () => ok({ passages: [], method: 'hybrid' }),
    })
    expect(text).toBe('The knowledge base holds nothing that matches. Try other words.')
  })

  it('quotes what came with the question where no tool is offered', async () => {
    const quoted = [
      { citation: 4, title: 'Configurer Outlook', content: 'Ouvrir Fichier puis Ajouter un compte.' },
      { citation: 5, title: 'Congés', content: 'Poser une demande.' },
    ]
    const system = {
      role: 'system' as const,
      content: `You are\nPassages, as JSON data: ${JSON.stringify(quoted)}`,
    }
    for (const sentence of ['Comment configurer Outlook ?', 'Outlook ?']) {
      const { text } = await runTurn([system, user(sentence)], {}, noTools)
      expect(text).toContain('**Configurer Outlook** [4]')
      expect(text).not.toContain('Congés')
    }
  })
})

describe('everything else', () => {
  it('says what it can do with the tools of the request, and what it is', async () => {
    const { text } = await runTurn([user('aide')], answers)
    expect(text).toContain('pas un modèle de langage')
    expect(text).toContain('« Débloque le compte de jean.dupont »')
    const flash = await runTurn([user('What can you do?')], answers, noTools)
    expect(flash.text).toContain('No tool is offered in this mode')
  })

  it('is honest about what it does not understand', async () => {
    const { text } = await runTurn([user('Écris un poème sur les switchs')], answers)
    expect(text).toContain('sans modèle de langage')
  })

  it('cannot decide an approval', async () => {
    const { rounds, text } = await runTurn([user('Approuve APR-2026-000123')], answers)
    expect(rounds).toEqual([])
    expect(text).toContain('seule une personne habilitée décide')
  })

  it('streams small pieces that join to the text, spends no token, and says the same every time', async () => {
    const first = await ask([user('aide')])
    const pieces = first.events.filter(({ type }) => type === 'delta')
    expect(pieces.length).toBeGreaterThan(20)
    expect(first.events.at(-2)).toEqual({
      type: 'usage',
      promptTokens: 0,
      completionTokens: 0,
      estimated: false,
    })
    expect(first.events.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
    expect((await ask([user('aide')])).text).toBe(first.text)
  })

  it('stops in the middle of its text', async () => {
    const controller = new AbortController()
    const chat = createBuiltinProvider().chat(
      requestOf({ messages: [user('aide')], signal: controller.signal }),
    )
    const stopping = (async function* () {
      for await (const event of chat) {
        yield event
        controller.abort()
      }
    })()
    const { events, error } = await collect(stopping)
    expect([events.length, error?.kind]).toEqual([1, 'aborted'])
  })

  it('survives a tool message that is no JSON', async () => {
    const { raw } = await ask([user('ticket 1234')])
    const turn = await ask([
      user('ticket 1234'),
      { role: 'assistant', content: '', toolCalls: raw },
      { role: 'tool', content: '<html>', toolCallId: raw[0]?.id ?? '', toolName: 'glpi_get_ticket_details' },
    ])
    expect(turn.text).toContain('a échoué')
  })
})
