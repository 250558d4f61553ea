import { note, type Story, tech, user } from './story.ts'

const creation = { category: 4, type: 2, urgency: 2 } as const
const rights = { category: 5, type: 2, urgency: 2 } as const

/** Tickets about new accounts, rights and shares. */
export const accessStories: readonly Story[] = [
  {
    ...creation,
    titles: ['Arrivée nouvelle collaboratrice', 'Nouvel arrivant lundi prochain'],
    requests: [
      "Nous accueillons une remplaçante lundi prochain pour trois mois. Merci de créer le compte avec les mêmes droits que {collegue}, une adresse mail et l'accès au logiciel métier.",
    ],
    threads: [
      [
        tech('Bonjour, pouvez-vous nous transmettre le nom complet et la date de fin de contrat ?'),
        user("Je vous envoie la fiche d'arrivée par mail."),
        note("Droits copiés depuis le compte modèle, hors groupes d'administration."),
      ],
    ],
    task: "Création du compte, de la boîte et des groupes selon la fiche d'arrivée",
    solutions: [
      "Compte créé avec date d'expiration, boîte aux lettres active, groupes appliqués. Identifiants remis au responsable de service par téléphone.",
    ],
  },
  {
    ...creation,
    titles: ["Création d'un compte intérimaire", 'Compte remplaçant été'],
    requests: [
      'Merci de prévoir un compte pour notre nouvel intérimaire : session et impression, pas de messagerie. Date de fin à la fin du mois prochain.',
    ],
    threads: [[]],
    solutions: [
      'Compte créé sans messagerie, expiration posée à la date demandée. Ouverture de session testée sur {poste}.',
    ],
  },
  {
    ...creation,
    urgency: 3,
    titles: ["Départ d'un collaborateur", 'Compte à désactiver'],
    requests: [
      "{collegue} quitte l'établissement vendredi soir. Merci de fermer ses accès et de rediriger ses mails vers mon adresse pendant un mois.",
    ],
    threads: [
      [
        tech('Bonjour, confirmez-vous que la direction a donné son accord pour la redirection ?'),
        user('Oui, accord en pièce jointe.'),
      ],
    ],
    solutions: [
      "Compte désactivé vendredi à 18h, sessions fermées, redirection active jusqu'à la fin du mois.",
    ],
  },
  {
    ...rights,
    type: 1,
    urgency: 3,
    titles: [
      'Je ne vois plus le lecteur S:',
      'Lecteur réseau disparu',
      'Accès refusé au dossier de mon service',
    ],
    requests: [
      'Je n\'ai plus accès au dossier partagé de mon service (lecteur S:), message "Accès refusé". {collegue} y accède toujours.',
      'Le lecteur S: a disparu de {poste} depuis ce matin, tous mes documents de travail sont dessus.',
    ],
    threads: [
      [note("Compte déplacé d'unité d'organisation hier : la stratégie de lecteur ne s'applique plus.")],
      [],
    ],
    solutions: [
      "Compte replacé dans la bonne unité d'organisation, lecteur S: remonté après réouverture de session.",
      'Groupe de sécurité du service rétabli sur le compte. Accès au lecteur S: vérifié.',
    ],
  },
  {
    ...rights,
    titles: ['Demande de droits sur le partage qualité', 'Accès dossier partagé Direction'],
    requests: [
      'Merci de me donner les droits en modification sur le dossier Qualité, pour préparer la certification. Accord de la direction en copie.',
      'Pour préparer le budget, il me faudrait la lecture sur le dossier partagé Direction.',
    ],
    threads: [
      [
        tech(
          'Bonjour, ce dossier est sous la responsabilité de la direction : pouvez-vous nous faire suivre son accord écrit ?',
        ),
        user("C'est fait, vous l'avez en copie."),
      ],
    ],
    solutions: [
      'Ajout au groupe de sécurité du partage après accord du responsable. Prise en compte vérifiée après réouverture de session.',
    ],
  },
]
