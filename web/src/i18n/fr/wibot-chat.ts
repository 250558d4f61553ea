/** Words of versions, branches, files, context and write-back. */
export const chatWords = {
  branch: {
    versions: 'Versions',
    version: 'Version',
    previous: 'Version précédente',
    next: 'Version suivante',
    edit: 'Modifier la question',
    editLabel: 'Nouvelle version de la question',
    editHelp: 'Entrée envoie une nouvelle version, Échap garde celle-ci',
    cancel: 'Annuler',
    send: 'Envoyer cette version',
    more: 'Plus d’actions sur la réponse',
    inMode: 'Relancer en mode {{mode}}',
    continue: 'Continuer dans une nouvelle conversation',
    failed: 'La conversation n’a pas été créée : {{why}}',
    from: 'Suite de « {{title}} »',
    fromEarlier: 'Suite d’une conversation précédente',
    fromDeleted: 'Suite d’une conversation supprimée',
    notAnswered: 'La réponse n’a pas été relancée',
    notAnsweredHelp: 'Rien n’a changé ci-dessus.',
  },
}
