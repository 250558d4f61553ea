import { expect, it } from 'vitest'
import { collectTickets } from './collect-tickets.ts'
import { extractCase } from './extract-case.ts'
import { judgeCase } from './judge-case.ts'
import type { ResolvedTicket } from './resolved-ticket.ts'
import { isSameCase } from './similarity.ts'
import { readStoredCase } from './stored-case.ts'

const entry = (kind: 'followup' | 'solution', text: string) => ({
  ...{ kind, text, id: 1, at: null, author: 'Paul Martin', isPrivate: kind === 'followup', byHub: false },
})
const ticket = (solution: string, more: Partial<ResolvedTicket> = {}): ResolvedTicket => ({
  ...{ id: 12, title: 'Imprimante du secrétariat hors ligne', status: 'solved', type: 'incident' },
  text: 'Bonjour,\nL’imprimante du secrétariat apparaît hors ligne sur tous les postes depuis ce matin.\nCordialement,\nJean Dupont',
  ...{ urgency: 3, priority: 3, category: null, clientId: 1, clientName: 'Clinique Saint-Jean' },
  ...{ requesters: ['Jean Dupont'], requesterUsers: [], technicians: ['Paul Martin'], missing: [] },
  ...{ openedAt: null, updatedAt: null, solvedAt: null, closedAt: null, openedByHub: false },
  entries: solution === '' ? [] : [entry('solution', solution)],
  ...more,
})
const good =
  'Vu avec Jean Dupont au 06 12 34 56 78. La réservation DHCP était absente depuis le changement d’étendue. Réservation recréée et port d’impression corrigé sur le serveur.'

it('reads problem, cause and solution, without people', () => {
  const found = extractCase(ticket(good))
  expect(found.problem).toBe(
    'L’imprimante du secrétariat apparaît hors ligne sur tous les postes depuis ce matin.',
  )
  expect(found.cause).toContain('réservation DHCP était absente')
  expect(found.solution).toContain('Réservation recréée et port d’impression corrigé')
  expect(JSON.stringify(found)).not.toMatch(/dupont|martin|06 12/i)
  expect(judgeCase(found)).toBeNull()
})

it.each([
  ['', 'no_solution'],
  ['Résolu.', 'empty_solution'],
  ['Doublon, voir ticket 4512 pour la suite du traitement.', 'duplicate_ticket'],
  ['Sans nouvelles de l’utilisateur, clôture du ticket ce jour.', 'abandoned'],
  ['Mot de passe réinitialisé et communiqué par téléphone à l’utilisateur.', 'routine'],
])('keeps no case of %j: %s', (solution, reason) => {
  expect(judgeCase(extractCase(ticket(solution)))).toBe(reason)
})

it('tells one case from another', () => {
  const problem = 'Imprimante hors ligne sur tous les postes du service depuis ce matin'
  const solution = 'Réservation DHCP recréée et port d’impression corrigé sur le serveur'
  const others = { problem: 'Plus d’internet sur le site', solution: 'Box du fournisseur redémarrée' }
  expect(
    isSameCase(
      { problem: `${problem}.`, solution: `Réservation DHCP recréée, port d’impression corrigé.` },
      { problem, solution },
    ),
  ).toBe(true)
  expect(isSameCase({ problem, solution: others.solution }, { problem, solution })).toBe(false)
  expect(isSameCase(others, { problem, solution })).toBe(false)
})

it('reads a case back from the base', () => {
  const text =
    '## Problème\n\nRien ne sort.\n\n## Cause\n\nx\n\n## Solution\n\nFile purgée.\n\n## Origine\n\ny'
  expect(readStoredCase(text)).toEqual({ problem: 'Rien ne sort.', solution: 'File purgée.' })
})

it('finds every ticket of a search that gives 50 at most, and none that was judged', async () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000)
  const all = Array.from({ length: 230 }, (_, index) => ({
    ticketId: index + 1,
    openedAt: at(index / 4),
    updatedAt: at(100 + index),
  }))
  let asked = 0
  const search = async (span: { openedSince: string; openedUntil: string; limit: number }) => {
    asked++
    const [from, to] = [Date.parse(span.openedSince), Date.parse(span.openedUntil)]
    const inSpan = all.filter(({ openedAt }) => openedAt.getTime() >= from && openedAt.getTime() <= to)
    const tickets = inSpan
      .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
      .slice(0, span.limit)
      .map(({ ticketId, openedAt, updatedAt }) => ({
        ...{ ticketId, openedAt: openedAt.toISOString(), updatedAt: updatedAt.toISOString() },
        ...{
          title: '',
          status: 'solved' as const,
          clientName: null,
          technicians: [],
          groups: [],
          requesters: [],
          priority: 3,
          category: null,
        },
      }))
    return { tickets, total: inSpan.length, missing: [] }
  }
  const harvest = { openedSince: at(0), changedSince: at(150), until: at(400), most: 1_000 }
  const found = await collectTickets(search, { ...harvest, judged: async () => new Set([200]) })
  expect(found.isAll).toBe(true)
  expect(found.ids).toEqual(
    all
      .filter(({ ticketId, updatedAt }) => updatedAt >= at(150) && ticketId !== 200)
      .map(({ ticketId }) => ticketId),
  )
  expect(asked).toBeLessThan(40)
  expect((await collectTickets(search, { ...harvest, most: 40, judged: async () => new Set() })).isAll).toBe(
    false,
  )
})
