import { note, type Story, tech, user } from './story.ts'

const reset = { category: 2, type: 2, urgency: 3 } as const
const locked = { category: 3, type: 1, urgency: 4 } as const

/** Tickets about passwords and locked accounts. */
export const accountStories: readonly Story[] = [
  {
    ...reset,
    titles: ['Reset MDP - {prenom} {nom}', 'Mot de passe oublié', 'Mot de passe session Windows {login}'],
    requests: [
      "Je n'arrive plus à ouvrir ma session depuis mon retour de congés, je ne me souviens plus du mot de passe. Pouvez-vous le réinitialiser ?",
      "Merci de réinitialiser le mot de passe de {prenom} {nom} ({login}). L'ancien ne fonctionne plus ni sur le poste ni sur la messagerie.",
    ],
    threads: [
      [note("Identité vérifiée par rappel sur le numéro de poste connu dans l'annuaire.")],
      [
        tech('Bonjour, à quel numéro pouvons-nous vous joindre pour vérifier votre identité ?'),
        user("Au poste {bureau}, j'y suis jusque 17h."),
      ],
      [],
    ],
    solutions: [
      'Mot de passe réinitialisé avec changement obligatoire à la prochaine ouverture de session. Accès au poste et à la messagerie confirmé.',
      'Mot de passe provisoire communiqué de vive voix après rappel et vérification. Session ouverte avec succès sur {poste}.',
    ],
  },
  {
    ...reset,
    titles: ['Mot de passe refusé après changement', 'Nouveau mot de passe non reconnu'],
    requests: [
      'Suite au changement obligatoire de vendredi, mon nouveau mot de passe est refusé partout. Je ne peux plus travailler au bureau {bureau}.',
      "J'ai changé mon mot de passe hier soir et ce matin {poste} le refuse, alors que la messagerie l'accepte.",
    ],
    threads: [
      [note("{poste} n'a pas contacté le domaine depuis deux jours : ancien mot de passe en cache.")],
      [],
    ],
    solutions: [
      'Poste reconnecté au réseau filaire puis session ouverte avec le nouveau mot de passe. Ancien mot de passe enregistré sur {poste} supprimé.',
      "Mot de passe réinitialisé avec l'utilisateur au téléphone et saisi une première fois sur {poste}. Tout est synchronisé.",
    ],
  },
  {
    sectors: ['health', 'care'],
    ...reset,
    urgency: 4,
    titles: ['Mot de passe logiciel de soins expiré', 'Accès logiciel refusé - mot de passe expiré'],
    requests: [
      "Le logiciel de soins me dit que mon mot de passe a expiré mais la fenêtre de changement ne s'affiche pas. Impossible de valider les distributions.",
      'Mot de passe expiré ce matin sans avertissement. Je suis sur le poste du couloir, {poste}.',
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
      "Mot de passe changé depuis un poste nominatif. L'avertissement d'expiration s'affiche maintenant 10 jours avant.",
      'Mot de passe réinitialisé, ouverture du logiciel de soins vérifiée. Changement depuis Ctrl+Alt+Suppr expliqué.',
    ],
  },
  {
    ...locked,
    titles: [
      'Compte verrouillé {login}',
      'Compte bloqué - {prenom} {nom}',
      'Session bloquée après plusieurs essais',
    ],
    requests: [
      'Message "Le compte référencé est actuellement verrouillé" depuis ce matin. Je ne peux plus travailler.',
      "Mon compte est bloqué, j'ai dû me tromper trois fois. Pouvez-vous le débloquer rapidement, j'ai un rendez-vous dans 20 minutes ?",
    ],
    threads: [[note('Cinq échecs depuis {poste} entre 7h58 et 8h01, aucun ailleurs.')], []],
    solutions: [
      'Compte déverrouillé, ouverture de session vérifiée. La touche Verr. Maj était active sur le clavier de {poste}.',
      "Compte déverrouillé après vérification de l'identité par rappel. Session ouverte.",
    ],
  },
  {
    ...locked,
    urgency: 3,
    titles: ['Compte qui se verrouille sans arrêt', 'Verrouillages répétés {login}'],
    requests: [
      'Le compte de {prenom} {nom} se verrouille toutes les heures depuis que le mot de passe a été changé.',
      "C'est la troisième fois aujourd'hui que mon compte se bloque alors que je saisis le bon mot de passe.",
    ],
    threads: [
      [
        note('Échecs toutes les 10 minutes depuis un téléphone mobile, aucun depuis {poste}.'),
        tech("Bonjour, avez-vous un téléphone où la messagerie est configurée avec l'ancien mot de passe ?"),
        user('Oui, mon téléphone professionnel, je le mets à jour tout de suite.'),
      ],
    ],
    solutions: [
      "Compte déverrouillé. Cause : messagerie du téléphone encore configurée avec l'ancien mot de passe. Profil mis à jour, plus aucun verrouillage depuis 2 heures.",
      'Ancien mot de passe supprimé du téléphone puis compte déverrouillé. Surveillé une demi-journée sans nouveau blocage.',
    ],
  },
]
