import {
  Approval,
  AskGrantInput,
  BreakGlassInput,
  Colleagues,
  DecideGrantInput,
  ReviewBreakGlassInput,
  RevokeGrantInput,
  StandingGrant,
  StandingGrants,
  UndoAnswer,
  VerdictInput,
} from '@hub/contracts'
import type { z } from 'zod'
import { GrantsQuery } from '../../modules/safeguard/index.ts'
import { type DocumentedRoute, ok } from '../documented-route.ts'

const about = (verb: string, summary: string, body?: z.ZodType): DocumentedRoute => ({
  method: 'post',
  path: `/api/safeguard/{id}/${verb}`,
  tag: 'safeguard',
  summary,
  ...(body && { body }),
  answer: ok(Approval),
})

const grant = (verb: string, summary: string, body?: z.ZodType): DocumentedRoute => ({
  method: 'post',
  path: `/api/safeguard/grants/{id}/${verb}`,
  tag: 'safeguard',
  summary,
  ...(body && { body }),
  answer: ok(StandingGrant),
})

/** Break-glass, standing grants, and what comes after an execution. */
export const executionRoutes: DocumentedRoute[] = [
  about(
    'break-glass',
    'Stand in for the missing approvals in an emergency (N4, with proof of presence, never on one’s own request).',
    BreakGlassInput,
  ),
  about(
    'break-glass/review',
    'Say afterwards whether it was justified (another N3+, once).',
    ReviewBreakGlassInput,
  ),
  about('reconcile', 'Look again at the system of an unknown outcome (who could decide on it).'),
  about('verdict', 'Say what became of an unknown outcome (who could decide on it).', VerdictInput),
  {
    method: 'post',
    path: '/api/safeguard/{id}/undo',
    tag: 'safeguard',
    summary: 'Take the effect back: a call in one’s own name that passes the gate like any other.',
    answer: ok(UndoAnswer),
  },
  {
    method: 'get',
    path: '/api/safeguard/grants',
    tag: 'safeguard',
    summary: 'Standing grants, newest first (N2+; others those that answer them).',
    query: GrantsQuery,
    answer: ok(StandingGrants),
  },
  {
    method: 'post',
    path: '/api/safeguard/grants',
    tag: 'safeguard',
    summary: 'Ask for a yes in advance to a kind of L3 action (N2+).',
    body: AskGrantInput,
    answer: { status: 201, schema: StandingGrant },
  },
  {
    method: 'get',
    path: '/api/safeguard/grants/people',
    tag: 'safeguard',
    summary: 'People whose requests a grant could answer (N2+).',
    answer: ok(Colleagues),
  },
  grant(
    'decide',
    'Approve (with proof of presence) or reject a grant (another N3+, not the one it answers).',
    DecideGrantInput,
  ),
  grant('withdraw', 'Take back a grant that waits for its decision (who asked for it).'),
  grant('revoke', 'End an active grant (who asked for it, or N3+).', RevokeGrantInput),
]
