export const ui = {
  close: 'Fermer',
  retry: 'Réessayer',
  more: 'Afficher la suite',
  loading: 'Chargement',
  copied: 'Copié',
  copyRefused: 'Copie refusée par le navigateur',
  copyRequestId: 'Copier l’identifiant de la requête',
  requestId: 'Requête',
  yes: 'oui',
  no: 'non',
  none: 'vide',
  period: { label: 'Période', own: 'Autre', from: 'Du', to: 'Au', show: 'Afficher' },
  level: {
    L0: 'lecture de machines et de connaissances',
    L1: 'lecture de données personnelles ou clients',
    L2: 'petite écriture réversible',
    L3: 'action soumise à une approbation',
    L4: 'action sensible soumise à deux approbations',
  },
  error: {
    field: 'Cette valeur ne convient pas.',
    offline: 'Le Hub ne répond pas. Vérifiez votre connexion ; rien n’a été envoyé.',
    unreadable:
      'Le Hub a répondu quelque chose d’inattendu. Réessayez, puis transmettez l’identifiant de la requête.',
    limit_one: 'Trop d’essais. Réessayez dans {{count}} seconde.',
    limit_other: 'Trop d’essais. Réessayez dans {{count}} secondes.',
  },
}
