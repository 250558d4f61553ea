import { type ApprovalComment, CommentInput, PreviewSeenInput } from '@hub/contracts'
import { minutes } from '../data/make-approval.ts'
import type { Route } from '../http.ts'
import { announce } from '../state.ts'
import { seenKey, viewFor } from '../view.ts'

const path = /^\/api\/safeguard\/(APR-[^/]+)\/(seen|looking|comments)$/

/** What people do around a request: see its preview, look at it, talk. */
export const peopleRoutes: Route = ({ method, path: asked, state, user, body }) => {
  const [, id, what] = path.exec(asked) ?? []
  const approval = state.approvals.find(({ approvalId }) => approvalId === id)
  if (!approval || !user) return undefined
  const { approvalId } = approval
  const known = state.comments.get(approvalId) ?? []
  if (what === 'seen') {
    PreviewSeenInput.parse(body)
    state.seen.add(seenKey(approval, user))
    return viewFor(state, approval, user)
  }
  if (what === 'looking') {
    const others = approval.viewers.filter(({ userId }) => userId !== user.id)
    const { id: userId, displayName } = user
    approval.viewers = method === 'DELETE' ? others : [...others, { userId, displayName }]
    announce(state, 'safeguard:request_viewed', approvalId)
    return {}
  }
  if (method === 'GET') return { items: known }
  const comment: ApprovalComment = {
    id: `comment-${known.length + 1}`,
    userId: user.id,
    displayName: user.displayName,
    body: CommentInput.parse(body).body,
    at: minutes(0),
  }
  state.comments.set(approvalId, [...known, comment])
  announce(state, 'safeguard:request_commented', approvalId)
  return comment
}
