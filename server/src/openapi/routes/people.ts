import {
  Approval,
  ApprovalComment,
  ApprovalComments,
  ApproveTogetherInput,
  Colleagues,
  CommentInput,
  DelegateInput,
  Delegation,
  Delegations,
  PreviewSeenInput,
} from '@hub/contracts'
import { z } from 'zod'
import { DelegationsQuery } from '../../modules/delegations/index.ts'
import { type DocumentedRoute, ok } from '../documented-route.ts'

const tag = 'safeguard'

/** What people do around requests, and who stands in for whom. */
export const peopleRoutes: DocumentedRoute[] = [
  {
    method: 'post',
    path: '/api/safeguard/approve-together',
    tag,
    summary: 'Approve several L3 requests of one tool and policy, each with its digest: all of them or none.',
    body: ApproveTogetherInput,
    answer: ok(z.object({ items: z.array(Approval) })),
  },
  {
    method: 'post',
    path: '/api/safeguard/{id}/seen',
    tag,
    summary: 'Say that the whole preview of this digest was on the screen (N1+).',
    body: PreviewSeenInput,
    answer: ok(Approval),
  },
  {
    method: 'post',
    path: '/api/safeguard/{id}/looking',
    tag,
    summary: 'Say that the request is open on the screen; holds for 45 seconds (N1+).',
    answer: { status: 204 },
  },
  {
    method: 'delete',
    path: '/api/safeguard/{id}/looking',
    tag,
    summary: 'Say that it is not any more.',
    answer: { status: 204 },
  },
  {
    method: 'get',
    path: '/api/safeguard/{id}/comments',
    tag,
    summary: 'What people said of a request, oldest first (N1+).',
    answer: ok(ApprovalComments),
  },
  {
    method: 'post',
    path: '/api/safeguard/{id}/comments',
    tag,
    summary: 'Say something about a request, also one that has ended (N1+).',
    body: CommentInput,
    answer: { status: 201, schema: ApprovalComment },
  },
  {
    method: 'get',
    path: '/api/safeguard/delegations',
    tag,
    summary: 'Delegations, newest first: one’s own, or all for N3+.',
    query: DelegationsQuery,
    answer: ok(Delegations),
  },
  {
    method: 'post',
    path: '/api/safeguard/delegations',
    tag,
    summary: 'Let somebody decide in one’s name for at most 90 days (N2+, with proof of presence).',
    body: DelegateInput,
    answer: { status: 201, schema: Delegation },
  },
  {
    method: 'get',
    path: '/api/safeguard/delegations/colleagues',
    tag,
    summary: 'People to whom one may delegate (N2+).',
    answer: ok(Colleagues),
  },
  {
    method: 'post',
    path: '/api/safeguard/delegations/{id}/revoke',
    tag,
    summary: 'End a delegation at once: by the one who delegated, or an N4.',
    answer: ok(Delegation),
  },
]
