import { note, type Story, tech, user } from './story.ts'

/** Tickets about servers, backups and security. */
export const operationsStories: readonly Story[] = [
  {
    category: 71,
    type: 1,
    urgency: 4,
    titles: ['Sauvegarde en échec', 'Rapport de sauvegarde en erreur', 'Restauration de fichier supprimé'],
    requests: [
      'Le rapport de cette nuit indique un échec de sauvegarde du serveur de fichiers.',
      "J'ai supprimé par erreur le dossier des plannings du mois, pouvez-vous le restaurer ?",
      'Deuxième nuit consécutive avec un avertissement sur la sauvegarde externalisée.',
    ],
    threads: [
      [note('Échec lié à un cliché instantané resté ouvert, espace du volume de clichés à 98 %.')],
      [
        tech('Bonjour, à quelle date et quelle heure le dossier était-il encore présent ?'),
        user('Hier vers 16h, je suis sûr(e) de moi.'),
      ],
    ],
    task: 'Relance de la tâche et contrôle du point de restauration',
    solutions: [
      "Cliché orphelin supprimé, sauvegarde complète relancée et terminée sans erreur. Restauration d'un fichier de test validée.",
      "Dossier restauré depuis le point de 12h à son emplacement d'origine, contenu confirmé.",
      'Débit montant saturé la nuit par les caméras : créneau de sauvegarde décalé, deux nuits correctes.',
    ],
  },
  {
    category: 72,
    type: 1,
    urgency: 3,
    titles: ['Espace disque serveur', 'Partage plein', 'Alerte volume à 95 %'],
    requests: [
      "Impossible d'enregistrer sur le lecteur commun, message de disque plein.",
      'La supervision remonte un volume de données à 95 % sur le serveur de fichiers.',
    ],
    threads: [
      [
        note('180 Go de vidéos personnelles dans un dossier de service.'),
        tech("Bonjour, peut-on déplacer les vidéos de la fête de fin d'année sur un disque externe ?"),
        user('Oui, nous nous en occupons avec l’animateur.'),
      ],
      [],
    ],
    solutions: [
      'Volume étendu de 200 Go et quotas posés par service.',
      "Fichiers personnels déplacés après accord, 22 % d'espace libre.",
    ],
  },
  {
    category: 52,
    type: 1,
    urgency: 3,
    titles: ['Mail suspect reçu', 'Courrier frauduleux au nom de la direction', 'Trop de spams'],
    requests: [
      "J'ai reçu un mail qui me demande de confirmer mon mot de passe, il semble venir de la direction. Je n'ai pas cliqué.",
      "Plusieurs collègues ont reçu une fausse facture avec une pièce jointe. Faut-il s'inquiéter ?",
      'Je reçois une trentaine de publicités par jour depuis la semaine dernière.',
    ],
    threads: [
      [
        tech('Bonjour, merci du signalement. Ne répondez pas et transférez-nous le message en pièce jointe.'),
        user("C'est fait."),
      ],
      [note('Domaine expéditeur enregistré la veille, 12 destinataires chez le client.')],
    ],
    solutions: [
      'Message retiré des 12 boîtes, domaine bloqué, aucun clic relevé dans les journaux.',
      "Filtrage renforcé et adresse retirée d'une liste de diffusion compromise.",
    ],
  },
  {
    category: 80,
    type: 1,
    urgency: 5,
    titles: [
      'Alerte antivirus sur {poste}',
      'Clic sur une pièce jointe douteuse',
      'Connexion inhabituelle signalée',
    ],
    requests: [
      "Une fenêtre rouge de l'antivirus s'est affichée sur {poste} puis a disparu.",
      "J'ai ouvert une pièce jointe et activé le contenu avant de comprendre que ce n'était pas notre fournisseur.",
      "J'ai reçu une notification de connexion à ma messagerie depuis l'étranger, ce n'est pas moi.",
    ],
    threads: [
      [
        tech("Bonjour, débranchez le câble réseau du poste et n'y touchez plus, nous vous appelons."),
        user('Poste débranché.'),
        note('Poste isolé dans la console, analyse complète lancée.'),
      ],
      [note('Sessions révoquées, double authentification réinitialisée.')],
    ],
    task: 'Analyse du poste et contrôle des connexions du compte',
    solutions: [
      'Fichier mis en quarantaine avant exécution, analyse complète sans autre détection. Poste remis au réseau.',
      'Mot de passe changé, sessions fermées, aucune règle de transfert ajoutée. Rappel de sensibilisation envoyé au service.',
      'Poste réinstallé par précaution, données restaurées, compte surveillé pendant 7 jours.',
    ],
  },
  {
    category: 41,
    type: 2,
    urgency: 2,
    titles: ['Déménagement de bureau', 'Recyclage ancien matériel', 'Prise réseau à activer'],
    requests: [
      'Notre service déménage au bureau {bureau} jeudi : deux postes, un téléphone et {imprimante} à déplacer.',
      'Pouvez-vous reprendre quatre anciennes unités centrales pour recyclage, avec effacement des disques ?',
      "La prise réseau du bureau {bureau} n'est pas active, nous y installons une nouvelle collègue.",
    ],
    threads: [
      [
        tech('Bonjour, le passage est planifié, merci de libérer les bureaux à 14h.'),
        user('Très bien, tout sera prêt.'),
      ],
      [],
    ],
    task: 'Intervention sur site',
    solutions: [
      'Déménagement réalisé, postes et téléphone opérationnels au bureau {bureau}.',
      'Matériel repris, disques détruits, attestation jointe.',
      'Prise brassée sur {switch} et testée à 1 Gbit/s.',
    ],
  },
]
