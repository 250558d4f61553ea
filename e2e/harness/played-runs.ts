import { NotFoundError, UpstreamError } from '@hub/contracts'
import type { Run } from '@hub/workflows'

const client = 'Clinique Saint-Jean'
const day = 24 * 3_600_000

/** One run that the engine really plays: what it is, what it does, and the state in which it is left. */
export interface PlayedRun {
  id: string
  workflow: string
  title: string
  ticketId?: number
  clientName?: string
  input: { ticketId: number } | { incidentId: string } | { night: string }
  until: 'waiting' | 'done' | 'failed'
  play(run: Run): Promise<unknown>
}

const give = (run: Run, name: string, value: unknown) => run.step(name, async () => value)

const readTicket = (run: Run, title: string) =>
  give(run, 'read ticket', {
    title,
    requester: { name: 'Jean Dupont', email: 'jean.dupont@saint-jean.example' },
    content: 'Bonjour,\nje n’arrive plus à ouvrir ma session depuis ce matin.\nMerci',
    openedAt: new Date(Date.now() - day).toISOString(),
    isTouched: false,
  })

/** One of each kind that the screens tell apart. */
function brokenSwitch(number: number): PlayedRun {
  const device = `SWITCH-BEAULIEU-${number}`
  return {
    id: `sentinel:switch-${number}`,
    workflow: 'sentinel',
    title: `${device} : port en défaut`,
    clientName: 'Mairie de Beaulieu',
    input: { incidentId: `switch-${number}` },
    until: 'failed',
    async play(run) {
      await give(run, 'look', { device, evidence: [] })
      await run.step('urgency', async () => {
        const reason = 'observium.device_not_found'
        throw new NotFoundError(`Observium knows no device ${device}`, { reason })
      })
    },
  }
}

export const playedRuns: readonly PlayedRun[] = [
  {
    id: 'support:1234',
    workflow: 'support',
    title: 'Mot de passe oublié ce matin',
    ticketId: 1234,
    clientName: client,
    input: { ticketId: 1234 },
    until: 'waiting',
    async play(run) {
      await readTicket(run, 'Mot de passe oublié ce matin')
      const reasons = [{ rule: 'forgot_password', fr: 'mot de passe oublié', en: 'forgotten password' }]
      await run.step('classify', async () => ({ category: 'RESET_MDP', confidence: 0.94, reasons }), {
        note: ({ category, confidence }) => ({ category, confidence, phase: 'classified' }),
      })
      await run.step('identify', async () => ({ kind: 'one', login: 'jean.dupont', how: 'requester' }), {
        note: ({ login }) => ({ phase: 'reset', facts: { login, enabled: true, privileged: false } }),
      })
      const approvalId = 'APR-2026-000123'
      await give(run, 'reset', { state: 'asked', approvalId })
      const reason = { kind: 'approval', approvalId }
      await run.wait({ name: 'reset: decision', reason, topics: ['never'], until: null })
    },
  },
  {
    id: 'support:1236',
    workflow: 'support',
    title: 'Compte verrouillé après trois essais',
    ticketId: 1236,
    clientName: client,
    input: { ticketId: 1236 },
    until: 'done',
    async play(run) {
      await readTicket(run, 'Compte verrouillé après trois essais')
      await run.step('classify', async () => ({ category: 'DEBLOCAGE', confidence: 0.97 }), {
        note: ({ category, confidence }) => ({ category, confidence }),
      })
      await give(run, 'unlock', { state: 'done', data: { login: 'marie.blanc', locked: false } })
      await give(run, 'close', { state: 'done', data: { ticketId: 1236 } })
      await run.step('verify', async () => ({ locked: false }), {
        note: () => ({ autoResolved: true, phase: 'resolved' }),
      })
    },
  },
  {
    id: 'sentinel:site-saint-jean-1',
    workflow: 'sentinel',
    title: 'Saint-Jean : le site ne répond plus',
    ticketId: 1240,
    clientName: client,
    input: { incidentId: 'site-saint-jean-1' },
    until: 'waiting',
    async play(run) {
      const evidence = [
        {
          kind: 'hop',
          device: 'RTR-STJEAN',
          fr: 'dernier saut joint : notre cœur',
          en: 'deepest hop: our core',
        },
        { kind: 'provider_sites', provider: 'Orange', up: 1, down: 4 },
      ]
      await run.step('look', async () => ({ verdict: 'FAI', confidence: 0.88, evidence }), {
        note: ({ verdict, confidence }) => ({
          ...{ verdict, confidence, phase: 'failing' },
          facts: { provider: 'Orange', sites: ['Saint-Jean', 'Beaulieu'], evidence },
        }),
      })
      await give(run, 'ticket', { state: 'done', data: { ticketId: 1240 } })
      await run.wait({
        name: 'news',
        reason: { kind: 'incident', phase: 'failing' },
        topics: ['never'],
        until: null,
      })
    },
  },
  brokenSwitch(2),
  // To be steered: a worker takes it up for real.
  brokenSwitch(3),
  {
    id: 'enrichisseur:2026-11-20',
    workflow: 'enrichisseur',
    title: 'Nuit du 20 novembre',
    input: { night: '2026-11-20' },
    until: 'done',
    async play(run) {
      await give(run, 'find tickets', { tickets: [1201, 1207, 1219] })
      await give(run, 'read ticket', { is: 'case', title: 'Spouleur bloqué' })
      await run.step('save progress', async () => ({ added: 2, merged: 1, rejected: 4 }), {
        note: (facts) => ({ facts }),
      })
    },
  },
  // Last: it would be tried again while others are played.
  {
    id: 'support:1235',
    workflow: 'support',
    title: 'Accès VPN perdu',
    ticketId: 1235,
    clientName: 'Mairie de Beaulieu',
    input: { ticketId: 1235 },
    until: 'waiting',
    play: (run) =>
      run.step('read ticket', async () => {
        throw new UpstreamError('GLPI is unreachable', { reason: 'upstream.unreachable' })
      }),
  },
]
