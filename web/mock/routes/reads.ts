import { type Approval, type ApprovalPage, NotFoundError, type PolicyExplanation } from '@hub/contracts'
import type { StoredApproval } from '../data/make-approval.ts'
import { conversations, healthItems } from '../data/surroundings.ts'
import type { MockRequest, Route } from '../http.ts'
import type { MockState } from '../state.ts'
import { viewFor } from '../view.ts'

const matches = (approval: StoredApproval, query: URLSearchParams) => {
  const state = query.get('state')
  const tool = query.get('tool')
  const q = query.get('q')?.toLowerCase()
  const words = [
    approval.approvalId,
    approval.sentence.fr,
    approval.sentence.en,
    approval.context.clientName ?? '',
  ]
  return (
    approval.state !== 'pending' &&
    (!state || approval.state === state) &&
    (!tool || approval.toolName === tool) &&
    (!q || words.join(' ').toLowerCase().includes(q))
  )
}

function history({ state, query, user }: MockRequest): ApprovalPage | undefined {
  if (!user) return undefined
  const all = state.approvals.filter((approval) => matches(approval, query))
  const start = Number(query.get('cursor') ?? 0)
  const end = start + Number(query.get('limit') ?? 50)
  const items = all.slice(start, end).map((approval) => viewFor(state, approval, user))
  return { items, nextCursor: end < all.length ? String(end) : null }
}

function one({ state, path, user }: MockRequest): Approval | undefined {
  const id = /^\/api\/safeguard\/(APR-[^/]+)$/.exec(path)?.[1]
  if (!id || !user) return undefined
  const approval = state.approvals.find(({ approvalId }) => approvalId === id)
  if (!approval) throw new NotFoundError('Cette demande n’existe pas.', { reason: 'approval.unknown' })
  return viewFor(state, approval, user)
}

function explanationOf({ approvals }: MockState, id: string): PolicyExplanation {
  const approval = approvals.find(({ approvalId }) => approvalId === id)
  if (!approval) throw new NotFoundError('Cette demande n’existe pas.')
  const { policyVersion, toolName, securityLevel: level } = approval
  return {
    policyVersion,
    at: approval.createdAt,
    isOutdated: false,
    toolName,
    baseLevel: 'L3',
    level,
    outcome: 'approval',
    terms: null,
    rules: [
      {
        name: 'access of a privileged account',
        title: { fr: 'Accès d’un compte privilégié', en: 'Access of a privileged account' },
        matched: level === 'L4',
        raiseTo: 'L4',
        terms: null,
        refuse: false,
        conditions: [
          { fact: 'tool', expected: 'ad_reset_password', actual: toolName, met: true },
          {
            fact: 'target.privileged',
            expected: 'true',
            actual: String(level === 'L4'),
            met: level === 'L4',
          },
        ],
      },
    ],
    sentence: { fr: `Niveau ${level}.`, en: `Level ${level}.` },
  }
}

export const readRoutes: Route = (request) => {
  const { method, path, state, user } = request
  if (method !== 'GET' || !user) return undefined
  if (path === '/api/workflows/health') return { items: healthItems() }
  if (path === '/api/chat/conversations') return { items: conversations(), nextCursor: null }
  if (path === '/api/safeguard/history') return history(request)
  const [, explained] = /^\/api\/safeguard\/(APR-[^/]+)\/explanation$/.exec(path) ?? []
  if (explained) return explanationOf(state, explained)
  if (path !== '/api/safeguard/pending') return one(request)
  const items = state.approvals.filter((approval) => approval.state === 'pending')
  return {
    items: items.map((approval) => viewFor(state, approval, user)),
    nextCursor: null,
  } satisfies ApprovalPage
}
