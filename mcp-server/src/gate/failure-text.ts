import { AppError, type LocalizedText } from '@hub/contracts'

/** The sentence of an expected failure; anything else is ours to log, not to tell. */
export function failureText(error: unknown): LocalizedText {
  if (!(error instanceof AppError))
    return { fr: 'Erreur interne : rien n’est confirmé.', en: 'Internal error: nothing is confirmed.' }
  const fr = frenchTexts[error.reason ?? '']?.(error.params)
  return { fr: fr === undefined ? error.message : `${fr}${fieldList(error)}`, en: error.message }
}

/** The wrong fields by name: without them neither a person nor a model can do better. */
function fieldList({ fields = [] }: AppError): string {
  if (fields.length === 0) return ''
  return ` ${fields.map(({ path, message }) => `${path} : ${message}`).join(' ; ')}`
}

const frenchTexts: Record<string, (params: Record<string, string | number>) => string> = {
  'tool.accreditation': ({ needed }) => `Cet outil demande l’accréditation ${needed}.`,
  'tool.arguments': () => 'Les arguments donnés à l’outil sont incorrects.',
  'approval.executor': () => 'Seul l’exécuteur de SAFEGUARD peut utiliser une approbation.',
  'approval.level_changed': () => 'Le niveau de l’action a changé depuis l’approbation.',
  'approval.too_old': () => 'L’approbation est trop ancienne.',
  'approval.digest': () => 'L’action n’est pas celle qui a été approuvée.',
  'approval.not_approved': () => 'La demande n’est pas approuvée.',
  'tool.unknown': ({ name }) => `Il n’y a pas d’outil nommé ${name}.`,
  'tool.done_unanswered': () => 'La réponse s’est perdue, mais le système montre l’effet : c’est fait.',
  'tool.outcome_unknown': () => 'La réponse s’est perdue et l’issue n’est pas connue : à vérifier à la main.',
  'approval.too_many': ({ max }) => `Déjà ${max} demandes attendent une décision.`,
  'tool.timeout': () => 'L’outil n’a pas répondu à temps.',
  'upstream.unreachable': ({ system }) => `${system} est injoignable.`,
  'upstream.timeout': ({ system }) => `${system} n’a pas répondu à temps.`,
  'upstream.not_json': ({ system }) => `${system} a répondu autre chose que des données.`,
  'upstream.bad_status': ({ system, status }) => `${system} a répondu par une erreur (HTTP ${status}).`,
  'upstream.circuit_open': ({ system }) => `${system} ne répond plus : les appels sont suspendus un instant.`,
  'upstream.too_large': ({ system }) => `La réponse de ${system} est trop volumineuse.`,
  'upstream.refused_redirect': ({ system }) => `${system} redirige vers une autre adresse : refusé.`,
  'upstream.busy': ({ system }) => `${system} a trop de demandes en attente.`,
  'upstream.unexpected_shape': ({ system }) => `${system} a répondu des données que le Hub ne comprend pas.`,
  'glpi.configuration': () => 'GLPI refuse les accès du Hub : sa configuration est à revoir.',
  'glpi.forbidden': () => 'GLPI refuse cette action au compte du Hub.',
  'glpi.refused': () => 'GLPI a refusé la modification.',
  'glpi.session': () => 'GLPI n’ouvre pas de session au Hub.',
  'glpi.error': () => 'GLPI a répondu par une erreur.',
  'glpi.not_found': () => 'GLPI ne trouve pas cet élément.',
  'glpi.entities': () => 'GLPI ne donne pas accès aux entités.',
  'glpi.closed_partly': () => 'La solution est enregistrée, mais GLPI n’a pas clos le ticket.',
  'glpi.change_ignored': () => 'GLPI a répondu sans appliquer la modification.',
  'observium.api_off': ({ system }) => `L’API de ${system} est désactivée ou à une autre adresse.`,
  'observium.configuration': ({ system }) =>
    `${system} refuse les accès du Hub : sa configuration est à revoir.`,
  'observium.forbidden': ({ system }) => `${system} refuse cette lecture au compte du Hub.`,
  'observium.write_forbidden': ({ system }) => `${system} ne permet que la lecture au compte du Hub.`,
  'observium.acknowledge_unsupported': ({ system }) =>
    `Cette version de ${system} ne peut pas acquitter d’alerte par son API : à faire dans son interface.`,
  'observium.error': ({ system }) => `${system} a répondu par une erreur.`,
  'observium.no_values': ({ system, part }) =>
    `Cette version de ${system} ne donne pas ces mesures par son API : ${part}.`,
  'observium.alert_not_found': ({ system, alertId }) => `${system} n’a pas d’alerte n° ${alertId}.`,
  'observium.alert_cleared': ({ alertId }) => `L’alerte n° ${alertId} est levée : il n’y a rien à acquitter.`,
  'observium.alert_changed': ({ alertId }) =>
    `L’alerte n° ${alertId} porte maintenant sur autre chose : rien n’a été modifié.`,
  'observium.device_ambiguous': ({ device, candidates }) =>
    `Plusieurs équipements correspondent à ${device} : ${candidates}.`,
  'glpi.ticket_not_found': () => 'Ce ticket n’existe pas ou n’est pas visible.',
  'ad.user_not_found': ({ login }) => `Il n’y a pas de compte ${login ?? ''} dans l’annuaire.`,
  'ad.target_changed': ({ login }) => `${login} désigne maintenant un autre compte : rien n’a été modifié.`,
  'approval.taken_over': () => 'Un autre processus a repris cette exécution.',
  'ad.ambiguous': ({ login }) => `Plusieurs comptes correspondent à ${login ?? 'ce nom'} : précisez.`,
  'ad.password_policy': () => 'L’annuaire refuse ce mot de passe : sa politique n’est pas respectée.',
  'ad.configuration': () => 'L’annuaire refuse le compte du Hub : sa configuration est à revoir.',
  'ad.unavailable': () => 'L’annuaire est occupé ou s’arrête.',
  'ad.limit': () => 'L’annuaire s’est arrêté à l’une de ses limites.',
  'ad.error': () => 'L’annuaire a répondu par une erreur.',
  'ad.refused': () => 'L’annuaire a refusé la modification.',
  'ad.not_found': () => 'L’annuaire n’a plus cet objet.',
  'ad.rights': () => 'Le compte de service n’a pas ce droit dans l’annuaire.',
  'observium.device_not_found': ({ device, system }) =>
    `${system ?? 'Observium'} ne connaît pas d’équipement ${device ?? ''}.`,
}
