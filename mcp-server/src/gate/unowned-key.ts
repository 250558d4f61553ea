import { type Actor, isUnownedKey, type LocalizedText, type PolicyTerms } from '@hub/contracts'

/**
 * What the gate asks for a call of this actor: one approval more than the policy for a key without an owner, so that
 * nobody asks and approves alone.
 */
export function termsFor(requester: Actor, terms: PolicyTerms): PolicyTerms {
  return isUnownedKey(requester) ? { ...terms, approvals: terms.approvals + 1 } : terms
}

/** Why the request asks for one approval more than its policy says. */
export function unownedEvidence(requester: Actor): LocalizedText[] {
  if (!isUnownedKey(requester)) return []
  return [
    {
      fr: 'Demandé avec une clé d’API sans propriétaire : une approbation de plus est nécessaire, car qui la détient peut aussi approuver.',
      en: 'Asked with an API key without an owner: one more approval is needed, because its holder may approve too.',
    },
  ]
}
