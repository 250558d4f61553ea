import {
  Approval,
  ApprovalPage,
  ApproveInput,
  CancelInput,
  DeferInput,
  RejectInput,
  RevealedSecret,
} from '@hub/contracts'
import type { z } from 'zod'
import { HistoryQuery, PendingQuery } from '../../modules/safeguard/index.ts'
import { type DocumentedRoute, ok } from '../documented-route.ts'

const decide = (verb: string, summary: string, body: z.ZodType): DocumentedRoute => ({
  method: 'post',
  path: `/api/safeguard/{id}/${verb}`,
  tag: 'safeguard',
  summary,
  body,
  answer: ok(Approval),
})

export const safeguardRoutes: DocumentedRoute[] = [
  {
    method: 'get',
    path: '/api/safeguard/pending',
    tag: 'safeguard',
    summary: 'Requests to decide, most urgent first (N1+).',
    query: PendingQuery,
    answer: ok(ApprovalPage),
  },
  {
    method: 'get',
    path: '/api/safeguard/history',
    tag: 'safeguard',
    summary: 'Ended requests, newest first (N1+).',
    query: HistoryQuery,
    answer: ok(ApprovalPage),
  },
  {
    method: 'get',
    path: '/api/safeguard/history.csv',
    tag: 'safeguard',
    summary: 'The history as a table for a spreadsheet, same filters, every page.',
    query: HistoryQuery,
    answer: { status: 200, media: 'text/csv' },
  },
  {
    method: 'get',
    path: '/api/safeguard/{id}',
    tag: 'safeguard',
    summary: 'One request (N1+).',
    answer: ok(Approval),
  },
  decide('approve', 'Approve exactly the action with this digest.', ApproveInput),
  decide('reject', 'Reject, with a reason.', RejectInput),
  decide('defer', 'Decide later; the expiry moves within the policy.', DeferInput),
  decide('cancel', 'Take one’s own request back.', CancelInput),
  {
    method: 'post',
    path: '/api/safeguard/{id}/secret',
    tag: 'safeguard',
    summary: 'Show a generated password, once, to the requester or an approver.',
    answer: ok(RevealedSecret),
  },
]
