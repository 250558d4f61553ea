import type { RunStep, WorkflowRunDetail, WorkflowSwitches } from '@hub/contracts'
import { minutes } from './make-approval.ts'

const run = (id: string, more: Partial<WorkflowRunDetail>): WorkflowRunDetail => ({
  ...{ id, workflow: 'support', title: id, state: 'done', isDryRun: false, ticketId: null, clientName: null },
  ...{ phase: null, category: null, verdict: null, confidence: null, autoResolved: null },
  ...{ waitingFor: null, waitUntil: null, problem: null, endedAt: null },
  ...{ createdAt: minutes(-30), updatedAt: minutes(-2), input: {}, facts: {} },
  ...{ steps: [], commands: [], alerts: [] },
  ...more,
})

const step = (number: number, name: string, more: Partial<RunStep> = {}): RunStep => ({
  ...{ number, name, startedAt: minutes(-30 + number), endedAt: minutes(-30 + number) },
  ...{ result: null, failure: null },
  ...more,
})

/** Runs of every kind that a screen has to tell apart. */
export const workflowRuns = (): WorkflowRunDetail[] => [
  run('support:1234', {
    title: 'Mot de passe oublié',
    state: 'waiting',
    ticketId: 1234,
    clientName: 'Clinique Saint-Jean',
    category: 'RESET_MDP',
    confidence: 0.94,
    waitingFor: { kind: 'approval', approvalId: 'APR-2026-000123' },
    input: { ticketId: 1234 },
    steps: [
      step(0, 'read ticket', { result: { title: 'Mot de passe oublié', reasons: ['a', 'b'] } }),
      step(1, 'now', { result: minutes(-29) }),
      step(2, 'spin the wheel'),
    ],
  }),
  run('support:1235', {
    title: 'Accès VPN perdu',
    state: 'parked',
    isDryRun: true,
    waitingFor: {
      kind: 'retry',
      step: 'read ticket',
      reason: 'upstream.unreachable',
      message: 'GLPI is unreachable',
    },
  }),
  run('sentinel:7', {
    workflow: 'sentinel',
    title: 'Coupure à Saint-Jean',
    state: 'failed',
    endedAt: minutes(-1),
    verdict: 'FAI',
    problem: {
      step: 'urgency',
      message: 'No such device',
      reason: 'observium.device_not_found',
      params: {},
    },
    steps: [
      step(0, 'look'),
      step(1, 'urgency', { failure: { message: 'No such device', reason: 'observium.device_not_found' } }),
      step(2, 'end'),
    ],
    alerts: [
      {
        ...{ id: 'a1', source: 'observium', title: 'ALERT: [SW-1] down', device: 'SW-1' },
        receivedAt: minutes(-31),
      },
    ],
  }),
]

/** Nobody has switched anything, and no worker lives. */
export const workflowSwitches = (): WorkflowSwitches => ({
  items: (['support', 'sentinel', 'enrichisseur'] as const).map((workflow) => ({
    ...{ workflow, isPaused: false, isDryRun: false, changedBy: null, changedAt: null },
  })),
  runs: {
    support: { open: 2, parked: 1 },
    sentinel: { open: 0, parked: 0 },
    enrichisseur: { open: 0, parked: 0 },
  },
  workers: 0,
  workerSeenAt: null,
})
