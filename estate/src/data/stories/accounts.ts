import { note, type Story, tech, user } from './story.ts'

/** Tickets about accounts, passwords and rights. */
export const accountStories: readonly Story[] = [
  {
    category: 2,
    type: 2,
    urgency: 3,
    titles: ['Reset MDP - {prenom} {nom}', 'Mot de passe oublié', 'Mot de passe session Windows {login}'],
    requests: [
      "Je n'arrive plus à ouvrir ma session depuis mon retour de congés, je ne me souviens plus du mot de passe. Pouvez-vous le réinitialiser ?",
      "Merci de réinitialiser le mot de passe de {prenom} {nom} ({login}). L'ancien ne fonctionne plus ni sur le poste ni sur la messagerie.",
      'Suite au changement obligatoire de vendredi, mon nouveau mot de passe est refusé partout. Je suis bloqué(e) au bureau {bureau}.',
    ],
    threads: [
      [note("Identité vérifiée par rappel sur le numéro de poste connu dans l'annuaire.")],
      [
        tech('Bonjour, à quel numéro pouvons-nous vous joindre pour vérifier votre identité ?'),
        user('Vous pouvez me joindre sur le poste interne, je suis là jusque 17h.'),
      ],
      [],
    ],
    solutions: [
      "Mot de passe réinitialisé avec changement obligatoire à la prochaine ouverture de session. L'utilisateur a confirmé l'accès au poste et à la messagerie.",
      "Nouveau mot de passe provisoire communiqué de vive voix après rappel. Ancien mot de passe enregistré dans le gestionnaire d'identification Windows supprimé sur {poste}.",
    ],
  },
  {
    category: 3,
    type: 1,
    urgency: 4,
    titles: [
      'Compte verrouillé {login}',
      'Compte bloqué - {prenom} {nom}',
      'Session bloquée après plusieurs essais',
    ],
    requests: [
      'Message "Le compte référencé est actuellement verrouillé" depuis ce matin. Je ne peux pas faire les transmissions.',
      "Mon compte s'est bloqué, j'ai dû me tromper trois fois. Pouvez-vous le débloquer rapidement, la relève est dans 20 minutes ?",
      'Le compte de {prenom} {nom} se verrouille toutes les heures depuis que le mot de passe a été changé.',
    ],
    threads: [
      [
        note(
          'Verrouillage provoqué par {poste} : 14 échecs en 10 minutes, tentative depuis le téléphone professionnel.',
        ),
      ],
      [
        tech(
          "Bonjour, votre compte est débloqué. Avez-vous un téléphone où la messagerie est configurée avec l'ancien mot de passe ?",
        ),
        user('Oui, mon téléphone pro, je le mets à jour tout de suite.'),
      ],
      [],
    ],
    solutions: [
      'Compte déverrouillé. La cause : messagerie du téléphone encore configurée avec l’ancien mot de passe. Profil mis à jour, plus de verrouillage depuis 2 heures.',
      'Compte déverrouillé dans l’annuaire, ouverture de session vérifiée avec l’utilisateur. Touche Verr. Maj active sur le clavier.',
      "Déverrouillage effectué. Une tâche planifiée sur {poste} tournait avec l'ancien mot de passe, elle a été corrigée.",
    ],
  },
  {
    category: 4,
    type: 2,
    urgency: 2,
    titles: [
      'Arrivée nouvelle collaboratrice',
      "Création d'un compte remplaçant",
      'Nouvel arrivant lundi prochain',
    ],
    requests: [
      "Nous accueillons une remplaçante lundi prochain pour trois mois. Merci de créer le compte avec les mêmes droits que {collegue}, une adresse mail et l'accès au logiciel métier.",
      'Merci de prévoir un compte pour notre nouvel intérimaire (accès session + impression, pas de messagerie). Date de fin : fin du mois prochain.',
    ],
    threads: [
      [
        tech(
          "Bonjour, pouvez-vous nous transmettre le nom complet et la date de fin de contrat ? Nous posons toujours une date d'expiration sur les comptes temporaires.",
        ),
        user("Je vous envoie la fiche d'arrivée par mail."),
      ],
      [note("Droits copiés depuis {collegue}, hors groupe d'administration.")],
    ],
    task: "Création du compte, de la boîte et ajout aux groupes selon la fiche d'arrivée",
    solutions: [
      "Compte créé avec date d'expiration, boîte aux lettres active, groupes appliqués. Identifiants remis au responsable de service par téléphone.",
      'Compte et accès logiciel créés. Profil itinérant testé sur {poste}.',
    ],
  },
  {
    category: 5,
    type: 2,
    urgency: 2,
    titles: [
      'Accès dossier partagé Direction',
      'Demande de droits sur le partage qualité',
      'Je ne vois plus le lecteur S:',
    ],
    requests: [
      'Je n\'ai plus accès au dossier partagé de mon service (lecteur S:), message "Accès refusé". {collegue} y accède toujours.',
      'Merci de me donner les droits en modification sur le dossier Qualité, pour préparer la certification. Accord de la direction en copie.',
    ],
    threads: [
      [
        tech(
          'Bonjour, ce dossier est sous la responsabilité de la direction : pouvez-vous nous faire suivre son accord écrit ?',
        ),
        user("C'est fait, vous l'avez en copie."),
      ],
      [],
    ],
    solutions: [
      'Ajout au groupe de sécurité du partage après accord du responsable. Prise en compte vérifiée après réouverture de session.',
      "Lecteur réseau remonté : la stratégie ne s'appliquait plus car le compte avait été déplacé d'unité d'organisation. Compte replacé.",
    ],
  },
  {
    category: 2,
    type: 2,
    urgency: 4,
    titles: ['Mot de passe logiciel de soins expiré', 'Accès logiciel refusé - mot de passe'],
    requests: [
      "Le logiciel de soins me dit que mon mot de passe a expiré mais la fenêtre de changement ne s'affiche pas. Impossible de valider les distributions.",
      "Mot de passe expiré ce matin, je n'ai pas eu l'avertissement. Je suis sur le poste du couloir {bureau}.",
    ],
    threads: [
      [
        note(
          'Poste en libre-service, session générique : la fenêtre de changement passe derrière le logiciel.',
        ),
      ],
      [],
    ],
    solutions: [
      'Mot de passe changé avec l’utilisatrice depuis un poste nominatif. L’avertissement d’expiration est maintenant affiché 10 jours avant.',
      'Mot de passe réinitialisé, ouverture du logiciel de soins vérifiée. Explication donnée pour le changement depuis Ctrl+Alt+Suppr.',
    ],
  },
]
