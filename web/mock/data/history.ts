import type { ApprovalOutcome, ApprovalState } from '@hub/contracts'
import { decisionOf, minutes, type StoredApproval, userActor } from './make-approval.ts'
import { people } from './people.ts'
import { resetOf } from './reset-of.ts'

const logins = [
  ['alice.durand', 'Alice Durand', 'EHPAD Les Jardins'],
  ['hugo.mercier', 'Hugo Mercier', 'Clinique Saint-Jean'],
  ['ines.roussel', 'Inès Roussel', 'Mairie de Valmont'],
  ['luc.fontaine', 'Luc Fontaine', 'Lycée Jean-Moulin'],
  ['emma.caron', 'Emma Caron', 'Cabinet Perrin'],
] as const
const states: readonly ApprovalState[] = [
  'executed',
  'executed',
  'rejected',
  'executed',
  'expired',
  'failed',
  'executed',
  'unknown',
  'cancelled',
]

function outcomeOf(state: ApprovalState, login: string, at: string): ApprovalOutcome | null {
  if (state === 'executed') {
    return {
      summary: {
        fr: `Mot de passe de ${login} changé et vérifié.`,
        en: `Password of ${login} changed and verified.`,
      },
      verification: {
        status: 'verified',
        detail: {
          fr: 'Relu dans l’annuaire : date de changement mise à jour.',
          en: 'Read again in the directory: the change date moved.',
        },
      },
      finishedAt: at,
      undo: null,
    }
  }
  if (state === 'failed') {
    return {
      summary: {
        fr: 'L’annuaire a refusé : le mot de passe ne respecte pas la politique du domaine.',
        en: 'The directory refused: the password breaks the domain policy.',
      },
      verification: null,
      finishedAt: at,
      undo: null,
    }
  }
  if (state !== 'unknown') return null
  return {
    summary: {
      fr: 'La connexion à l’annuaire s’est coupée pendant l’écriture.',
      en: 'The link to the directory was lost during the write.',
    },
    verification: {
      status: 'unreadable',
      detail: { fr: 'L’annuaire ne répond pas.', en: 'The directory is not answering.' },
    },
    finishedAt: at,
    undo: null,
  }
}

/** Decided requests, newest first. */
export function pastApprovals(count = 64): StoredApproval[] {
  return Array.from({ length: count }, (_, rank) => {
    const [login, name, client] = logins[rank % logins.length] ?? logins[0]
    const state = states[rank % states.length] ?? 'executed'
    const approvalId = `APR-2026-${String(118 - rank).padStart(6, '0')}`
    const at = minutes(-70 - rank * 97)
    const base = resetOf({
      approvalId,
      login,
      name,
      ou: client,
      client,
      requestedBy: userActor(people.lea),
      ticket: {
        id: 1190 - rank,
        title: 'Session impossible à ouvrir',
        text: 'Le mot de passe ne passe plus.',
      },
    })
    const kind = state === 'rejected' ? 'reject' : state === 'cancelled' ? 'cancel' : 'approve'
    const reason = kind === 'reject' ? 'La personne n’a pas pu être rappelée.' : undefined
    const by = kind === 'cancel' ? people.lea : people.thomas
    return {
      ...base,
      state,
      createdAt: minutes(-90 - rank * 97),
      expiresAt: minutes(-30 - rank * 97),
      decisions: state === 'expired' ? [] : [decisionOf(by, kind, { digest: base.digest, at, reason })],
      outcome: outcomeOf(state, login, at),
    }
  })
}
