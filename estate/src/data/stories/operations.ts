import { note, type Story, tech, user } from './story.ts'

const backup = { category: 71, type: 1, urgency: 4 } as const
const storage = { category: 72, type: 1, urgency: 3 } as const
const security = { category: 80, type: 1, urgency: 5 } as const

/** Tickets about servers, backups and security. */
export const operationsStories: readonly Story[] = [
  {
    ...backup,
    titles: ['Sauvegarde en échec', 'Rapport de sauvegarde en erreur'],
    requests: ['Le rapport de cette nuit indique un échec de sauvegarde du serveur de fichiers.'],
    threads: [[note('Cliché instantané resté ouvert, espace du volume de clichés à 98 %.')]],
    task: 'Relance de la tâche et contrôle du point de restauration',
    solutions: [
      "Cliché orphelin supprimé, sauvegarde complète relancée et terminée sans erreur. Restauration d'un fichier de test validée.",
    ],
  },
  {
    ...backup,
    type: 2,
    urgency: 3,
    titles: ['Restauration de fichier supprimé', 'Dossier des plannings supprimé par erreur'],
    requests: ["J'ai supprimé par erreur le dossier des plannings du mois, pouvez-vous le restaurer ?"],
    threads: [
      [
        tech('Bonjour, à quelle date et quelle heure le dossier était-il encore présent ?'),
        user("Hier vers 16h, j'y avais encore travaillé."),
      ],
    ],
    solutions: ["Dossier restauré depuis le point de 12h à son emplacement d'origine, contenu confirmé."],
  },
  {
    ...backup,
    urgency: 3,
    titles: ['Sauvegarde externalisée incomplète', 'Avertissement sur la sauvegarde distante'],
    requests: ['Deuxième nuit consécutive avec un avertissement sur la sauvegarde externalisée.'],
    threads: [[note("Débit montant saturé entre 1h et 4h par l'envoi des caméras.")]],
    solutions: ["Créneau de la sauvegarde décalé après l'envoi des caméras, deux nuits correctes."],
  },
  {
    sectors: ['health', 'care'],
    ...storage,
    titles: ['Partage plein', 'Disque plein sur le lecteur commun'],
    requests: ["Impossible d'enregistrer sur le lecteur commun, message de disque plein."],
    threads: [
      [
        note('180 Go de vidéos personnelles dans un dossier de service.'),
        tech("Bonjour, peut-on déplacer les vidéos de la fête de fin d'année sur un disque externe ?"),
        user("Oui, nous nous en occupons avec l'animateur."),
      ],
    ],
    solutions: ["Vidéos déplacées après accord, 22 % d'espace libre. Quotas posés par service."],
  },
  {
    ...storage,
    titles: ['Espace disque serveur', 'Alerte volume à 95 %'],
    requests: ['La supervision remonte un volume de données à 95 % sur le serveur de fichiers.'],
    threads: [[]],
    task: 'Extension du volume hors heures de bureau',
    solutions: ["Volume étendu de 200 Go à chaud, seuil d'alerte fixé à 85 %."],
  },
  {
    ...security,
    titles: ['Alerte antivirus sur {poste}', "Fenêtre rouge de l'antivirus"],
    requests: ["Une fenêtre rouge de l'antivirus s'est affichée sur {poste} puis a disparu."],
    threads: [[note('Poste isolé dans la console, analyse complète lancée.')]],
    task: 'Analyse du poste isolé',
    solutions: [
      'Fichier mis en quarantaine avant exécution, analyse complète sans autre détection. {poste} remis au réseau.',
    ],
  },
  {
    ...security,
    titles: ['Clic sur une pièce jointe douteuse', 'Fausse facture ouverte'],
    requests: [
      "J'ai ouvert une pièce jointe et activé le contenu avant de comprendre que ce n'était pas notre fournisseur.",
    ],
    threads: [
      [
        tech("Bonjour, débranchez le câble réseau du poste et n'y touchez plus, nous vous appelons."),
        user('Poste débranché.'),
      ],
    ],
    task: 'Réinstallation du poste et contrôle du compte',
    solutions: [
      '{poste} réinstallé par précaution, données restaurées, mot de passe changé, compte surveillé pendant 7 jours.',
    ],
  },
  {
    ...security,
    urgency: 4,
    titles: ['Connexion inhabituelle signalée', "Connexion à ma messagerie depuis l'étranger"],
    requests: [
      "J'ai reçu une notification de connexion à ma messagerie depuis l'étranger, ce n'est pas moi.",
    ],
    threads: [[note('Sessions révoquées, double authentification réinitialisée.')]],
    solutions: [
      'Mot de passe changé, sessions fermées, aucune règle de transfert ajoutée. Rappel de sensibilisation envoyé au service.',
    ],
  },
  {
    category: 41,
    type: 2,
    urgency: 2,
    titles: ['Recyclage ancien matériel', 'Reprise de vieux PC'],
    requests: [
      'Pouvez-vous reprendre quatre anciennes unités centrales pour recyclage, avec effacement des disques ?',
    ],
    threads: [[tech("Bonjour, nous passons les prendre lors de l'intervention de mardi.")]],
    solutions: ['Matériel repris, disques détruits, attestation remise.'],
  },
]
