import type { LocalizedText } from '@hub/contracts'
import type { Notice } from './notice.ts'

export const headlines: Record<Notice['kind'], LocalizedText> = {
  new_request: { fr: 'Une décision est attendue', en: 'A decision is needed' },
  escalated: { fr: 'Toujours sans décision', en: 'Still waiting for a decision' },
  resumed: {
    fr: 'Le ticket a sa réponse, décision attendue',
    en: 'The ticket is answered, a decision is needed',
  },
  deferred: { fr: 'Demande reportée', en: 'Request deferred' },
  approved: { fr: 'Demande approuvée', en: 'Request approved' },
  rejected: { fr: 'Demande refusée', en: 'Request rejected' },
  expired: { fr: 'Demande expirée, rien n’a été exécuté', en: 'Request expired, nothing was executed' },
  cancelled: { fr: 'Demande annulée', en: 'Request cancelled' },
  executed: { fr: 'Action exécutée', en: 'Action executed' },
  failed: { fr: 'Action non aboutie', en: 'Action failed' },
  unknown: { fr: 'Issue inconnue, à vérifier', en: 'Unknown outcome, somebody must look' },
  break_glass: { fr: 'BRIS DE GLACE', en: 'BREAK-GLASS USED' },
  break_glass_reviewed: { fr: 'Bris de glace examiné', en: 'Break-glass reviewed' },
  grant_asked: {
    fr: 'Autorisation permanente demandée, décision attendue',
    en: 'A standing grant is asked for, a decision is needed',
  },
  grant_given: { fr: 'Autorisation permanente accordée', en: 'Standing grant given' },
  grant_revoked: { fr: 'Autorisation permanente révoquée', en: 'Standing grant revoked' },
  policy_changed: { fr: 'La politique SAFEGUARD a changé', en: 'The SAFEGUARD policy has changed' },
  policy_problem: {
    fr: 'Le fichier de politique SAFEGUARD est incorrect, l’ancienne politique reste en vigueur',
    en: 'The SAFEGUARD policy file is wrong, the policy before stays in force',
  },
  test: { fr: 'Message de test du Hub', en: 'Test message of the Hub' },
}

export const labels = {
  requester: { fr: 'Demandé par', en: 'Asked by' },
  grantee: { fr: 'Pour les demandes de', en: 'For the requests of' },
  target: { fr: 'Cible', en: 'Target' },
  client: { fr: 'Client', en: 'Client' },
  ticket: { fr: 'Ticket', en: 'Ticket' },
  uses: { fr: 'Utilisations au plus', en: 'Uses at most' },
  expires: { fr: 'Expire le', en: 'Expires' },
  told: { fr: 'Groupe appelé', en: 'Group asked' },
  decided: { fr: 'Décidé par', en: 'Decided by' },
  revoked: { fr: 'Révoqué par', en: 'Revoked by' },
  verdict: { fr: 'Avis', en: 'Verdict' },
  version: { fr: 'Version', en: 'Version' },
  open: { fr: 'Ouvrir dans SAFEGUARD', en: 'Open in SAFEGUARD' },
} satisfies Record<string, LocalizedText>

export const verdicts: Record<string, LocalizedText> = {
  justified: { fr: 'justifié', en: 'justified' },
  not_justified: { fr: 'non justifié', en: 'not justified' },
}
