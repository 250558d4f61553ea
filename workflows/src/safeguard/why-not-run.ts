import type { AppError, LocalizedText } from '@hub/contracts'

const causes: Record<string, LocalizedText> = {
  'approval.policy_changed': {
    fr: 'la politique a changé depuis la demande, qui est à refaire.',
    en: 'the policy changed since the request, which is to be made again.',
  },
  'policy.refused': {
    fr: 'la politique en vigueur refuse cette action.',
    en: 'the policy in force refuses this action.',
  },
  'approval.level_changed': {
    fr: 'la cible est devenue plus sensible depuis l’approbation.',
    en: 'the target became more sensitive since the approval.',
  },
  'approval.terms_changed': {
    fr: 'la politique demande maintenant plus que ce qui a été approuvé.',
    en: 'the policy asks more now than what was approved.',
  },
  'run.given_up': {
    fr: 'l’exécution qui a fait la demande a été annulée ou confiée à une personne.',
    en: 'the run that asked was cancelled or handed to a person.',
  },
}

/** What became of an approved request that can never run, for its readers. */
export function whyNotRun(error: AppError): LocalizedText {
  const cause = causes[error.reason ?? ''] ?? {
    fr: 'la situation a changé depuis l’approbation.',
    en: `the situation changed since the approval: ${error.message}`,
  }
  return { fr: `Rien n’a été exécuté : ${cause.fr}`, en: `Nothing was executed: ${cause.en}` }
}
