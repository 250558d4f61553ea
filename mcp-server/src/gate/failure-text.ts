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
  'approval.not_held': () => 'Votre compte ou votre accréditation a changé : reconnectez-vous.',
  'approval.level_changed': () => 'Le niveau de l’action a changé depuis l’approbation.',
  'approval.terms_changed': () =>
    'La politique demande plus que ce qui a été approuvé : la cible a changé depuis.',
  'approval.policy_changed': () => 'La politique a changé depuis la demande : refaites-la.',
  'policy.refused': ({ rule }) => `La politique refuse cette action, quel que soit l’accord : « ${rule} ».`,
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
  'glpi.client_not_found': ({ client }) => `GLPI ne connaît pas de client ${client ?? ''}.`,
  'glpi.client_ambiguous': ({ client, candidates }) =>
    `Plusieurs clients correspondent à ${client} : ${candidates}.`,
  'glpi.category_not_found': ({ name }) => `GLPI n’a pas de catégorie ${name}.`,
  'glpi.category_ambiguous': ({ name, candidates }) =>
    `Plusieurs catégories correspondent à ${name} : ${candidates}.`,
  'glpi.group_not_found': ({ name }) => `GLPI n’a pas de groupe ${name}.`,
  'glpi.group_ambiguous': ({ name, candidates }) =>
    `Plusieurs groupes correspondent à ${name} : ${candidates}.`,
  'glpi.person_not_found': ({ person }) => `GLPI ne connaît pas ${person}, du moins pas ici.`,
  'glpi.person_ambiguous': ({ person, candidates }) =>
    `Plusieurs personnes correspondent à ${person} : ${candidates}.`,
  'glpi.person_inactive': ({ person }) => `Le compte ${person} n’est pas actif dans GLPI.`,
  'glpi.target_changed': ({ client }) =>
    `${client}, ou un nom du ticket, n’est plus celui pour qui c’était demandé : rien n’a été modifié.`,
  'glpi.ticket_changed': ({ ticketId }) =>
    `Le ticket n° ${ticketId} est maintenant chez un autre client, ou un nom désigne quelqu’un d’autre : rien n’a été modifié.`,
  'glpi.already_solved': ({ ticketId }) =>
    `Le ticket n° ${ticketId} a déjà une solution : le rouvrir d’abord.`,
  'glpi.ticket_closed': ({ ticketId }) =>
    `Le ticket n° ${ticketId} est clos : son titre, son urgence et sa priorité ne changent plus.`,
  'glpi.reopen_alone': ({ ticketId }) =>
    `Rouvrir d’abord le ticket n° ${ticketId}, sans rien changer d’autre.`,
  'glpi.unsupported': () => 'L’API v2 de GLPI ne donne pas cette information au Hub.',
  'glpi.search_too_wide': ({ count }) =>
    `L’API v2 de GLPI ne cherche pas par personne et ${count} tickets restent : précisez un client, un statut ou des dates.`,
  'glpi.search_text': () => 'GLPI ne peut pas chercher un texte avec ces signes.',
  'glpi.done_partly': () => 'GLPI a pris une partie du changement, puis un appel a échoué.',
  'glpi.closed_partly': () => 'La solution est enregistrée, mais GLPI n’a pas clos le ticket.',
  'glpi.change_ignored': () => 'GLPI a répondu sans appliquer la modification.',
  'observium.api_off': ({ system }) =>
    `${system} ne répond pas comme une API : elle est désactivée ou à une autre adresse.`,
  'observium.configuration': ({ system }) =>
    `${system} refuse les accès du Hub : sa configuration est à revoir.`,
  'observium.forbidden': ({ system }) => `${system} refuse cette lecture au compte du Hub.`,
  'observium.write_forbidden': ({ system }) => `${system} ne permet que la lecture au compte du Hub.`,
  'observium.acknowledge_unsupported': ({ system }) =>
    `${system} ne peut pas acquitter d’alerte par son API dans cette version : à faire dans son interface.`,
  'observium.error': ({ system }) => `${system} a répondu par une erreur.`,
  'observium.no_values': ({ system, part }) =>
    `${system} ne donne pas ces mesures par son API dans cette version : ${part}.`,
  'observium.alert_not_found': ({ system, alertId }) => `${system} n’a pas d’alerte n° ${alertId}.`,
  'observium.alert_cleared': ({ alertId }) => `L’alerte n° ${alertId} est levée : il n’y a rien à acquitter.`,
  'observium.alert_changed': ({ alertId }) =>
    `L’alerte n° ${alertId} porte maintenant sur autre chose : rien n’a été modifié.`,
  'observium.device_ambiguous': ({ device, candidates }) =>
    `Plusieurs équipements correspondent à ${device} : ${candidates}.`,
  'glpi.ticket_not_found': () => 'Ce ticket n’existe pas ou n’est pas visible.',
  'ad.user_not_found': ({ login }) => `Il n’y a pas de compte ${login ?? ''} dans l’annuaire.`,
  'ad.target_changed': ({ login }) => `${login} désigne maintenant un autre compte : rien n’a été modifié.`,
  'approval.self': () => 'Une autre personne que le demandeur doit décider.',
  'approval.state.unknown': () => 'L’issue de l’action est inconnue : une demande ne sert qu’une fois.',
  'grant.not_covering': ({ id }) => `L’autorisation permanente ${id} ne couvre plus cette action.`,
  'undo.already': () => 'Cet effet est déjà annulé, ou en train de l’être.',
  'undo.other': () => 'Cet appel n’annule pas cet effet.',
  'undo.other_target': () =>
    'Ce nom désigne maintenant autre chose que ce qui a été modifié : rien n’est annulé.',
  'approval.not_yours': ({ id }) => `Vous n’avez pas fait de demande ${id}.`,
  'approval.taken_over': () => 'Un autre processus a repris cette exécution.',
  'ad.ambiguous': ({ login, candidates }) =>
    `Plusieurs comptes correspondent à ${login ?? 'ce nom'} : ${candidates ?? 'précisez'}.`,
  'ad.domain_unreachable': ({ login, domains }) =>
    `${domains} injoignable : le compte ${login} pourrait s’y trouver. Précisez son domaine (compte@domaine).`,
  'ad.domains': ({ answering, domains }) => `Seuls ${answering} domaines sur ${domains} répondent.`,
  'ad.domain_unknown': ({ domain }) => `Le Hub ne connaît pas de domaine ${domain}.`,
  'ad.unseen': ({ login }) => `Modification envoyée, mais le compte ${login} n’a pas pu être relu.`,
  'ad.empty_search': () => 'Dites quoi chercher : des mots d’un nom, un client ou un état.',
  'ad.password_needed': ({ login }) =>
    `Le compte ${login} n’a pas de mot de passe conforme : réinitialisez-le d’abord.`,
  'ad.own_account': () => 'C’est le compte du Hub lui-même : il n’est pas modifié d’ici.',
  'ad.changed_meanwhile': ({ login }) =>
    `Le compte ${login} vient d’être modifié par ailleurs : rien n’a été changé.`,
  'ad.group_not_found': ({ group }) => `Il n’y a pas de groupe ${group} dans le domaine du compte.`,
  'ad.group_ambiguous': ({ group, candidates }) =>
    `Plusieurs groupes correspondent à ${group} : ${candidates}.`,
  'ad.group_changed': ({ group }) => `${group} désigne maintenant un autre groupe : rien n’a été modifié.`,
  'ad.groups_changed': ({ login }) =>
    `Les groupes à copier de ${login} ne sont plus les mêmes : rien n’a été modifié.`,
  'ad.primary_group': ({ login, group }) =>
    `${group} est le groupe principal de ${login} : il ne peut pas être quitté.`,
  'ad.other_domain': ({ domain, other }) =>
    `Les deux comptes sont dans des domaines différents : ${domain} et ${other}.`,
  'ad.same_account': () => 'Nommez deux comptes différents.',
  'ad.account_exists': ({ login }) =>
    `Cet identifiant ou cette adresse est déjà pris dans l’annuaire : ${login}.`,
  'ad.created_disabled': ({ login }) =>
    `Le compte ${login} est créé mais reste désactivé : l’annuaire a refusé la suite.`,
  'ad.container_not_found': ({ container, domain }) =>
    `Il n’y a pas d’unité d’organisation ${container} dans ${domain}.`,
  'ad.container_elsewhere': ({ container, client, candidates }) =>
    `L’unité d’organisation ${container} n’est pas de ${client} : ${candidates}.`,
  'ad.container_ambiguous': ({ container, candidates }) =>
    `Plusieurs unités d’organisation s’appellent ${container} : ${candidates}.`,
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
  'mail.not_configured': () => 'Aucun serveur de messagerie n’est configuré : rien n’est parti.',
  'mail.configuration': () =>
    'Le serveur de messagerie refuse le compte du Hub : sa configuration est à revoir.',
  'mail.tls': () =>
    'Le chiffrement du serveur de messagerie n’est pas digne de confiance : rien n’est parti.',
  'mail.timeout': () => 'Le serveur de messagerie n’a pas répondu à temps : rien n’est parti.',
  'mail.unreachable': () => 'Le serveur de messagerie est injoignable : rien n’est parti.',
  'mail.deferred': ({ status }) =>
    `Le serveur de messagerie demande de réessayer plus tard (${status}) : rien n’est parti.`,
  'mail.refused': ({ status }) =>
    `Le serveur de messagerie a refusé le message (${status}) : rien n’est parti.`,
  'mail.outcome_unknown': ({ messageId }) =>
    `Le serveur de messagerie n’a pas confirmé le message ; chercher ${messageId} dans son journal avant de récrire.`,
  'mail.no_contact': ({ client }) => `GLPI n’a aucune adresse électronique pour ${client}.`,
  'mail.not_a_client': ({ client }) =>
    `${client} est la racine de GLPI, au-dessus de tous les clients : nommer un client.`,
  'mail.unknown_contact': ({ client, known }) =>
    `GLPI n’a pas cette adresse pour ${client} ; il connaît : ${known}.`,
  'mail.too_many_recipients': ({ client, max }) =>
    `${client} a plus de ${max} adresses : choisir un seul contact.`,
  'mail.contacts_unread': () => 'Les contacts n’ont pas pu être relus dans GLPI : rien n’est parti.',
  'mail.recipients_changed': ({ client }) =>
    `Les contacts de ${client} ne sont plus ceux qui ont été montrés : rien n’est parti.`,
  'knowledge.document': () => 'Ce document n’existe pas ou n’est pas lisible.',
  'knowledge.lost_text': () =>
    'Une partie du texte serait perdue : mettre le HTML et le code entre accents graves.',
  'memory.target_changed': () => 'Le document a changé ou disparu depuis sa lecture : rien n’a été modifié.',
  'memory.in_folder': ({ title }) =>
    `${title} est un fichier du dossier des documents : supprimé ici, il reviendrait à la prochaine ingestion. Retirer le fichier.`,
  'memory.not_a_case': ({ title }) =>
    `${title} n’est pas un cas enregistré : seuls ceux-ci peuvent être supprimés.`,
}
