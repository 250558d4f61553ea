import {
  type Approval,
  ApproveInput,
  ApproveTogetherInput,
  CancelInput,
  ConflictError,
  DeferInput,
  ForbiddenError,
  NotFoundError,
  RejectInput,
  type RevealedSecret,
  type StepUp,
  type User,
} from '@hub/contracts'
import { decisionOf, minutes, type StoredApproval, userActor } from '../data/make-approval.ts'
import { password, people } from '../data/people.ts'
import { resetOf } from '../data/reset-of.ts'
import { execute } from '../execute.ts'
import type { Route } from '../http.ts'
import { announce, change, type MockState } from '../state.ts'
import { isAsker, seenKey, viewFor, whyNot } from '../view.ts'

const path = /^\/api\/safeguard\/(APR-[^/]+)\/(approve|reject|defer|cancel|secret)$/

interface Deciding {
  state: MockState
  approval: StoredApproval
  user: User
  body: unknown
}

function checkOpen(approval: StoredApproval, digest: string) {
  if (approval.digest !== digest) throw new ConflictError('', { reason: 'approval.digest' })
  if (Date.parse(approval.expiresAt) < Date.now()) throw new ConflictError('', { reason: 'approval.expired' })
  if (approval.state !== 'pending') throw new ConflictError('', { reason: 'approval.state' })
}

function checkMayDecide({ approval, user }: Deciding) {
  const why = whyNot(approval, user)
  if (why)
    throw new ForbiddenError(why[user.locale], {
      reason: isAsker(approval, user) ? 'approval.self' : 'approval.level',
    })
}

function checkProved({ state, approval, user }: Deciding, stepUp: StepUp | undefined) {
  if (approval.previewRequired && !state.seen.has(seenKey(approval, user)))
    throw new ConflictError('Regardez l’aperçu en entier.', { reason: 'approval.preview_unseen' })
  if (!approval.stepUpRequired) return
  if (stepUp?.method !== 'password' || stepUp.password !== password)
    throw new ForbiddenError('Mot de passe incorrect. Rien n’a été exécuté.', {
      reason: 'auth.step_up_wrong',
    })
}

const verbs = {
  approve: (deciding: Deciding) => {
    const { state, approval, user, body } = deciding
    const input = ApproveInput.parse(body)
    checkOpen(approval, input.digest)
    checkMayDecide(deciding)
    checkProved(deciding, input.stepUp)
    const decisions = [...approval.decisions, decisionOf(user, 'approve', { ...input, at: minutes(0) })]
    const given = decisions.filter(({ kind }) => kind === 'approve').length
    const isEnough = given >= approval.requiredApprovals
    const next: StoredApproval = {
      ...approval,
      decisions,
      deferredUntil: null,
      state: isEnough ? 'approved' : 'pending',
    }
    change(state, next, 'safeguard:request_approved')
    if (isEnough) execute(state, next)
  },
  reject: (deciding: Deciding) => {
    const { state, approval, user, body } = deciding
    const input = RejectInput.parse(body)
    checkOpen(approval, input.digest)
    checkMayDecide(deciding)
    const decisions = [...approval.decisions, decisionOf(user, 'reject', { ...input, at: minutes(0) })]
    change(state, { ...approval, decisions, state: 'rejected' }, 'safeguard:request_rejected')
  },
  defer: (deciding: Deciding) => {
    const { state, approval, user, body } = deciding
    const input = DeferInput.parse(body)
    checkOpen(approval, input.digest)
    checkMayDecide(deciding)
    const decisions = [...approval.decisions, decisionOf(user, 'defer', { ...input, at: minutes(0) })]
    const until = input.until ?? approval.maxExpiresAt
    const deferred: Partial<StoredApproval> = {
      deferredUntil: until,
      deferredFor: input.until === undefined ? 'ticket_answer' : 'time',
      expiresAt: new Date(Date.parse(until) + 3_600_000).toISOString(),
    }
    change(state, { ...approval, decisions, ...deferred }, 'safeguard:request_deferred')
  },
  cancel: ({ state, approval, user, body }: Deciding) => {
    const input = CancelInput.parse(body)
    checkOpen(approval, input.digest)
    if (!isAsker(approval, user)) throw new ForbiddenError('Seul le demandeur peut annuler.')
    const decisions = [...approval.decisions, decisionOf(user, 'cancel', { ...input, at: minutes(0) })]
    change(state, { ...approval, decisions, state: 'cancelled' }, 'safeguard:request_cancelled')
  },
}

function reveal({ state, approval }: Deciding): RevealedSecret {
  const secret = state.secrets.get(approval.approvalId)
  if (!secret) throw new NotFoundError('Ce mot de passe a déjà été affiché.', { reason: 'approval.secret' })
  state.secrets.delete(approval.approvalId)
  change(state, { ...approval, secretAvailable: false }, 'safeguard:request_executed')
  return { secret }
}

/** A new request arrives while the page is open: only the mock has this door. */
function arrive(state: MockState) {
  const approvalId = `APR-2026-${String(200 + state.lastEventId - 4100).padStart(6, '0')}`
  const ticket = { id: 1250, title: 'Session verrouillée', text: 'Verrouillée depuis la pause.' }
  const requestedBy = userActor(people.lea)
  const facts = {
    login: 'camille.noel',
    name: 'Camille Noël',
    ou: 'Cabinet Perrin',
    client: 'Cabinet Perrin',
  }
  const made = resetOf({ approvalId, ...facts, requestedBy, ticket })
  state.approvals = [{ ...made, createdAt: minutes(0), expiresAt: minutes(60) }, ...state.approvals]
  announce(state, 'safeguard:new_request', approvalId)
  return { approvalId }
}

function approveTogether(state: MockState, user: User, body: unknown) {
  const { requests, reason } = ApproveTogetherInput.parse(body)
  const items = requests.map(({ approvalId, digest }) => {
    const approval = state.approvals.find((one) => one.approvalId === approvalId)
    if (!approval) throw new NotFoundError('Cette demande n’existe pas.')
    verbs.approve({ state, approval, user, body: { digest, ...(reason && { reason }) } })
    return viewFor(state, approval, user)
  })
  return { items }
}

export const decisionRoutes: Route = (request): Approval | RevealedSecret | object | undefined => {
  const { state, user, body } = request
  if (request.method !== 'POST' || !user) return undefined
  if (request.path === '/api/mock/arrive') return arrive(state)
  if (request.path === '/api/safeguard/approve-together') return approveTogether(state, user, body)
  const [, id, verb] = path.exec(request.path) ?? []
  const approval = state.approvals.find(({ approvalId }) => approvalId === id)
  if (!approval) return undefined
  const deciding = { state, approval, user, body }
  if (verb === 'secret') return reveal(deciding)
  const decide = Object.entries(verbs).find(([name]) => name === verb)?.[1]
  decide?.(deciding)
  const after = state.approvals.find(({ approvalId }) => approvalId === id)
  return after && viewFor(state, after, user)
}
