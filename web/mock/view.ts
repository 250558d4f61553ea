import { type Approval, hasAccreditation, type LocalizedText, type User } from '@hub/contracts'
import type { StoredApproval } from './data/make-approval.ts'
import type { MockState } from './state.ts'

export const isAsker = (approval: StoredApproval, user: User) =>
  approval.requestedBy.type === 'user' && approval.requestedBy.userId === user.id

export const seenKey = ({ approvalId }: StoredApproval, { id }: User) => `${approvalId} ${id}`

/** Why this person may not decide this request; null when they may. */
export function whyNot(approval: StoredApproval, user: User): LocalizedText | null {
  if (approval.state !== 'pending') {
    return { fr: 'Cette demande est déjà décidée.', en: 'This request is already decided.' }
  }
  if (isAsker(approval, user)) {
    return {
      fr: 'Vous avez fait cette demande : une autre personne doit la décider.',
      en: 'You made this request: another person has to decide it.',
    }
  }
  if (!hasAccreditation(user.accreditation, approval.approverLevel)) {
    const level = approval.approverLevel
    return {
      fr: `Votre accréditation est ${user.accreditation} : il faut ${level} ou plus. Karim Benali (N4) peut décider.`,
      en: `Your accreditation is ${user.accreditation}: ${level} or above is needed. Karim Benali (N4) can decide.`,
    }
  }
  if (approval.decisions.some((one) => one.kind === 'approve' && one.userId === user.id)) {
    return {
      fr: 'Vous avez déjà approuvé : il manque une deuxième personne.',
      en: 'You already approved: a second person is needed.',
    }
  }
  return null
}

/** A stored request as one person sees it. */
export function viewFor({ seen }: Pick<MockState, 'seen'>, approval: StoredApproval, user: User): Approval {
  const why = whyNot(approval, user)
  const isEntitled = isAsker(approval, user) || approval.decisions.some((one) => one.userId === user.id)
  return {
    ...approval,
    secretAvailable: approval.secretAvailable && isEntitled,
    viewers: approval.viewers.filter(({ userId }) => userId !== user.id),
    you: {
      canDecide: why === null,
      canCancel: approval.state === 'pending' && isAsker(approval, user),
      why: approval.state === 'pending' ? why : null,
      mayActFor: [],
      previewSeen: seen.has(seenKey(approval, user)),
      canBreakGlass:
        approval.state === 'pending' &&
        approval.requiredApprovals > 1 &&
        user.accreditation === 'N4' &&
        !isAsker(approval, user),
      canReviewBreakGlass:
        approval.breakGlass?.review === null &&
        approval.breakGlass.userId !== user.id &&
        hasAccreditation(user.accreditation, 'N3'),
      canSettle:
        approval.state === 'unknown' &&
        !isAsker(approval, user) &&
        hasAccreditation(user.accreditation, approval.approverLevel),
      canUndo: approval.state === 'executed' && Boolean(approval.outcome?.undo) && approval.undoneBy === null,
    },
  }
}
