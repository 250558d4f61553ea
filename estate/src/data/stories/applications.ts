import { note, type Story, tech, user } from './story.ts'

/** Tickets about business applications. */
export const applicationStories: readonly Story[] = [
  {
    category: 31,
    type: 1,
    urgency: 4,
    titles: [
      'Dossier patient inaccessible',
      'Erreur au lancement du dossier patient',
      'Logiciel patient figé',
    ],
    requests: [
      'Au lancement du dossier patient : "Impossible de joindre le serveur d\'application". Toute la consultation est bloquée.',
      "Le dossier patient se fige dès que j'ouvre l'onglet prescriptions. Les collègues ont le même souci.",
    ],
    threads: [
      [
        note("Service applicatif arrêté après la mise à jour de la nuit, redémarrage demandé à l'éditeur."),
        tech('Bonjour, le redémarrage du service est en cours, comptez dix minutes.'),
        user("C'est reparti pour nous, merci."),
      ],
      [tech('Bonjour, combien de postes sont concernés ?'), user('Au moins six, tous au rez-de-chaussée.')],
    ],
    solutions: [
      "Service applicatif redémarré, démarrage automatique différé configuré. Signalé à l'éditeur sous leur référence.",
      'Base de données saturée par le journal de transactions : journal sauvegardé et purgé, alerte ajoutée.',
      "Cache local corrompu sur {poste} : profil de l'application recréé.",
    ],
  },
  {
    category: 32,
    type: 1,
    urgency: 4,
    titles: [
      'Transmissions non enregistrées',
      'Dossier résident très lent',
      'Plan de soins qui ne s’affiche pas',
    ],
    requests: [
      "Les transmissions saisies cette nuit n'apparaissent pas dans le dossier résident. L'équipe de jour n'a pas les informations.",
      "Le plan de soins ne s'affiche plus sur les tablettes, écran blanc après l'identification.",
    ],
    threads: [
      [
        note('Synchronisation des tablettes bloquée depuis 3h12, file de 46 éléments.'),
        tech('Bonjour, les saisies de la nuit sont conservées sur les tablettes, ne les éteignez pas.'),
      ],
      [],
    ],
    solutions: [
      'Synchronisation relancée, les 46 transmissions sont bien dans le dossier. Aucune perte.',
      'Application des tablettes mise à jour en version compatible avec le serveur. Affichage validé sur trois chariots.',
    ],
  },
  {
    category: 33,
    type: 1,
    urgency: 4,
    titles: [
      'Logiciel de paie : erreur à la clôture',
      'Comptabilité : connexion impossible',
      'Export bancaire en erreur',
    ],
    requests: [
      'Erreur lors de la clôture de paie, la déclaration sociale est à envoyer avant demain midi.',
      "Le logiciel de comptabilité demande une licence alors que nous l'utilisons depuis des années.",
      "L'export des virements est refusé par la banque : format invalide.",
    ],
    threads: [
      [
        tech('Bonjour, pouvez-vous nous envoyer la capture complète du message ?'),
        user('La voici, le code est le 1720.'),
      ],
      [note('Serveur de licences non démarré depuis la migration.')],
    ],
    solutions: [
      'Mise à jour réglementaire installée, clôture relancée avec succès et déclaration transmise.',
      'Service de licences redémarré et ajouté à la supervision.',
      "Paramétrage de l'export passé au format attendu par la banque, fichier accepté.",
    ],
  },
  {
    category: 34,
    type: 1,
    urgency: 5,
    titles: ['Images non visibles dans le PACS', 'Envoi des examens en échec', 'Consoles de lecture lentes'],
    requests: [
      "Les examens du scanner n'arrivent plus sur les consoles de lecture depuis une heure.",
      "Ouverture d'un examen en plus de deux minutes sur les consoles, contre quelques secondes d'habitude.",
    ],
    threads: [
      [
        note("Volume d'images plein à 99 %, l'archivage nocturne a échoué deux fois."),
        tech("Bonjour, nous libérons de l'espace, les examens en attente vont partir automatiquement."),
      ],
      [
        tech('Bonjour, le problème concerne-t-il toutes les modalités ?'),
        user('Seulement le scanner, la radio passe.'),
      ],
    ],
    task: 'Contrôle de la file DICOM et de l’archivage avec l’éditeur',
    solutions: [
      "Archivage relancé, 1,2 To libérés, file DICOM vidée en 40 minutes. Seuil d'alerte abaissé à 85 %.",
      'Adresse du nœud DICOM du scanner corrigée après le remplacement de sa carte réseau.',
    ],
  },
  {
    category: 30,
    type: 2,
    urgency: 2,
    titles: ['Installation du logiciel de planning', 'Mise à jour éditeur à planifier'],
    requests: [
      "Merci d'installer le logiciel de planning sur le poste {poste}, la licence a été achetée.",
      "L'éditeur nous demande de passer la mise à jour trimestrielle, quand pouvez-vous la prévoir ?",
    ],
    threads: [
      [
        tech('Bonjour, nous proposons jeudi à 12h30, coupure de 15 minutes. Cela vous convient-il ?'),
        user('Oui parfait pour jeudi.'),
      ],
    ],
    task: 'Mise à jour planifiée avec sauvegarde préalable',
    solutions: [
      'Installation faite et testée avec l’utilisateur.',
      'Mise à jour passée sans incident, sauvegarde préalable conservée 15 jours.',
    ],
  },
]
