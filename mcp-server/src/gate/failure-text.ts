import { AppError, type LocalizedText } from '@hub/contracts'

/** The sentence of an expected failure; anything else is ours to log, not to tell. */
export function failureText(error: unknown): LocalizedText {
  if (!(error instanceof AppError))
    return { fr: 'Erreur interne : rien n’est confirmé.', en: 'Internal error: nothing is confirmed.' }
  const fr = frenchTexts[error.reason ?? '']?.(error.params)
  return { fr: fr ?? error.message, en: error.message }
}

const frenchTexts: Record<string, (params: Record<string, string | number>) => string> = {
  'tool.accreditation': ({ needed }) => `Cet outil demande l’accréditation ${needed}.`,
  'tool.arguments': () => 'Les arguments donnés à l’outil sont incorrects.',
  'tool.unknown': ({ name }) => `Il n’y a pas d’outil nommé ${name}.`,
  'tool.timeout': () => 'L’outil n’a pas répondu à temps.',
  'upstream.unreachable': ({ system }) => `${system} est injoignable.`,
  'upstream.timeout': ({ system }) => `${system} n’a pas répondu à temps.`,
  'upstream.not_json': ({ system }) => `${system} a répondu autre chose que des données.`,
  'upstream.bad_status': ({ system, status }) => `${system} a répondu par une erreur (HTTP ${status}).`,
  'upstream.circuit_open': ({ system }) => `${system} ne répond plus : les appels sont suspendus un instant.`,
  'upstream.too_large': ({ system }) => `La réponse de ${system} est trop volumineuse.`,
  'upstream.refused_redirect': ({ system }) => `${system} redirige vers une autre adresse : refusé.`,
  'glpi.ticket_not_found': () => 'Ce ticket n’existe pas ou n’est pas visible.',
  'ad.user_not_found': ({ login }) => `Il n’y a pas de compte ${login ?? ''} dans l’annuaire.`,
  'ad.ambiguous': ({ login }) => `Plusieurs comptes correspondent à ${login ?? 'ce nom'} : précisez.`,
  'ad.password_policy': () => 'L’annuaire refuse ce mot de passe : sa politique n’est pas respectée.',
  'ad.rights': () => 'Le compte de service n’a pas ce droit dans l’annuaire.',
  'observium.device_not_found': ({ device }) => `Observium ne connaît pas d’équipement ${device ?? ''}.`,
}
