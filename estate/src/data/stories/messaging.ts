import { note, type Story, tech, user } from './story.ts'

const mail = { category: 51, type: 1, urgency: 3 } as const
const junk = { category: 52, type: 1, urgency: 3 } as const
const phone = { category: 60, type: 1, urgency: 4 } as const

/** Tickets about mail and telephones. */
export const messagingStories: readonly Story[] = [
  {
    ...mail,
    titles: ['Boîte mail pleine', 'Je ne reçois plus de mails'],
    requests: [
      'Je ne reçois plus de mails depuis hier soir, mes correspondants ont un message de boîte pleine.',
    ],
    threads: [[]],
    solutions: [
      'Archivage en ligne activé et éléments supprimés purgés. Réception rétablie, les messages en attente sont arrivés.',
    ],
  },
  {
    sectors: ['health', 'care'],
    ...mail,
    titles: ["Mails bloqués en boîte d'envoi", "Outlook n'envoie plus"],
    requests: ['Mes messages restent dans la boîte d\'envoi et Outlook affiche "Tentative de connexion".'],
    threads: [
      [
        tech('Bonjour, avez-vous un message en attente avec une grosse pièce jointe ?'),
        user('Oui, une vidéo de 80 Mo pour les familles.'),
      ],
    ],
    solutions: ["Message de 80 Mo retiré de la boîte d'envoi, vidéo partagée par un lien. Envois normaux."],
  },
  {
    ...mail,
    titles: ['Boîte partagée disparue', 'Boîte du service absente dans Outlook'],
    requests: [
      "La boîte partagée du service n'apparaît plus dans Outlook sur {poste}, {collegue} la voit toujours.",
    ],
    threads: [[note('Droits corrects, profil de messagerie ancien.')]],
    solutions: ['Profil de messagerie recréé sur {poste}, boîte partagée rattachée automatiquement.'],
  },
  {
    ...junk,
    urgency: 4,
    titles: ['Mail suspect reçu', 'Courrier frauduleux au nom de la direction'],
    requests: [
      "J'ai reçu un mail qui me demande de confirmer mon mot de passe, il semble venir de la direction. Je n'ai pas cliqué.",
      'Plusieurs collègues ont reçu un message pressant de « la direction » demandant de confirmer leurs identifiants.',
    ],
    threads: [
      [
        tech('Bonjour, merci du signalement. Ne répondez pas et transférez-nous le message en pièce jointe.'),
        user("C'est fait."),
        note('Domaine expéditeur enregistré la veille, 12 destinataires chez le client.'),
      ],
    ],
    solutions: ['Message retiré des 12 boîtes, domaine bloqué, aucun clic relevé dans les journaux.'],
  },
  {
    ...junk,
    urgency: 2,
    titles: ['Trop de spams', 'Publicités à répétition'],
    requests: ['Je reçois une trentaine de publicités par jour depuis la semaine dernière.'],
    threads: [[]],
    solutions: [
      "Filtrage renforcé et adresse retirée d'une liste de diffusion compromise. Deux publicités en trois jours.",
    ],
  },
  {
    ...phone,
    titles: ['Téléphones sans tonalité', "Plus de téléphone à l'étage"],
    requests: [
      'Aucun téléphone de l\'étage n\'a de tonalité ce matin, les écrans affichent "Enregistrement".',
    ],
    threads: [[note('VLAN voix absent des ports de {switch} après le remplacement de mardi.')]],
    solutions: [
      'VLAN voix remis sur {switch}, les postes se sont enregistrés. Appels entrants et sortants testés.',
    ],
  },
  {
    sectors: ['health', 'care'],
    ...phone,
    urgency: 3,
    titles: ['Renvoi standard inopérant', "Renvoi de nuit qui ne s'est pas déclenché"],
    requests: [
      "Le renvoi de nuit du standard ne s'est pas déclenché hier soir, les familles tombaient dans le vide.",
    ],
    threads: [
      [
        tech('Bonjour, à quelle heure le renvoi doit-il démarrer ?'),
        user('20h en semaine, 18h le dimanche.'),
      ],
    ],
    solutions: [
      "Calendrier du renvoi corrigé (jour férié mal saisi). Test fait à 20h avec l'équipe de nuit.",
    ],
  },
  {
    ...phone,
    urgency: 3,
    titles: ["Appels coupés au bout d'une minute", 'Coupures pendant les appels'],
    requests: ['Les appels sortants se coupent systématiquement après une minute environ.'],
    threads: [[]],
    solutions: [
      'Délai de session du pare-feu allongé pour la téléphonie. Appel test de 12 minutes sans coupure.',
    ],
  },
]
