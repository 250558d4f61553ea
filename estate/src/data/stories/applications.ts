import { note, type Story, tech, user } from './story.ts'

const patient = { sectors: ['health'], category: 31, type: 1, urgency: 4 } as const
const resident = { sectors: ['care'], category: 32, type: 1, urgency: 4 } as const
const accounting = { category: 33, type: 1, urgency: 4 } as const
const imaging = { sectors: ['health'], category: 34, type: 1, urgency: 5 } as const

/** Tickets about business applications. */
export const applicationStories: readonly Story[] = [
  {
    ...patient,
    urgency: 5,
    titles: ['Dossier patient inaccessible', 'Erreur au lancement du dossier patient'],
    requests: [
      'Au lancement du dossier patient : "Impossible de joindre le serveur d\'application". Toute la consultation est bloquée.',
    ],
    threads: [
      [
        note('Service applicatif arrêté après la mise à jour de la nuit.'),
        tech('Bonjour, le redémarrage du service est en cours, comptez dix minutes.'),
        user("C'est reparti pour nous, merci."),
      ],
    ],
    solutions: [
      "Service applicatif redémarré, démarrage automatique différé configuré. Signalé à l'éditeur.",
    ],
  },
  {
    ...patient,
    titles: ['Dossier patient figé', "Le dossier patient se bloque sur l'onglet prescriptions"],
    requests: [
      "Le dossier patient se fige dès que j'ouvre l'onglet prescriptions. Les collègues ont le même souci.",
    ],
    threads: [
      [
        tech('Bonjour, combien de postes sont concernés ?'),
        user('Au moins six, tous au rez-de-chaussée.'),
        note('Journal de transactions de la base à 100 %.'),
      ],
    ],
    solutions: [
      'Base de données saturée par son journal de transactions : journal sauvegardé et purgé, alerte ajoutée à 80 %.',
    ],
  },
  {
    ...patient,
    urgency: 3,
    titles: ['Dossier patient : erreur sur un seul poste', 'Logiciel patient qui se ferme tout seul'],
    requests: [
      'Le dossier patient se ferme tout seul sur {poste} au bout de quelques minutes. Sur le poste de {collegue} tout va bien.',
    ],
    threads: [[]],
    solutions: [
      "Cache local corrompu sur {poste} : profil de l'application recréé, plus de fermeture après une journée.",
    ],
  },
  {
    ...resident,
    titles: ['Transmissions non enregistrées', 'Transmissions de la nuit absentes'],
    requests: [
      "Les transmissions saisies cette nuit n'apparaissent pas dans le dossier résident. L'équipe de jour n'a pas les informations.",
    ],
    threads: [
      [
        note('Synchronisation des tablettes bloquée depuis 3h12, file de 46 éléments.'),
        tech('Bonjour, les saisies de la nuit sont conservées sur les tablettes, ne les éteignez pas.'),
      ],
    ],
    solutions: ['Synchronisation relancée, les 46 transmissions sont bien dans le dossier. Aucune perte.'],
  },
  {
    ...resident,
    titles: ["Plan de soins qui ne s'affiche pas", 'Écran blanc sur les tablettes'],
    requests: ["Le plan de soins ne s'affiche plus sur les tablettes, écran blanc après l'identification."],
    threads: [[note('Application des tablettes en version antérieure à celle du serveur, mis à jour hier.')]],
    solutions: [
      'Application des tablettes mise à jour en version compatible avec le serveur. Affichage validé sur trois chariots.',
    ],
  },
  {
    ...accounting,
    titles: ['Logiciel de paie : erreur à la clôture', 'Clôture de paie impossible'],
    requests: ['Erreur lors de la clôture de paie, la déclaration sociale est à envoyer avant demain midi.'],
    threads: [
      [
        tech('Bonjour, pouvez-vous nous envoyer la capture complète du message ?'),
        user('La voici, le code est le 1720.'),
      ],
    ],
    solutions: [
      'Mise à jour réglementaire manquante installée, clôture relancée avec succès et déclaration transmise.',
    ],
  },
  {
    ...accounting,
    urgency: 3,
    titles: ['Comptabilité : licence demandée', 'Logiciel de comptabilité non activé'],
    requests: [
      "Le logiciel de comptabilité demande une licence au démarrage alors que nous l'utilisons depuis des années.",
    ],
    threads: [[note('Serveur de licences non démarré depuis la migration.')]],
    solutions: ['Service de licences redémarré, passé en démarrage automatique et ajouté à la supervision.'],
  },
  {
    ...imaging,
    titles: ['Images non visibles dans le PACS', 'Envoi des examens en échec'],
    requests: ["Les examens du scanner n'arrivent plus sur les consoles de lecture depuis une heure."],
    threads: [
      [
        note("Volume d'images plein à 99 %, l'archivage nocturne a échoué deux fois."),
        tech("Bonjour, nous libérons de l'espace, les examens en attente vont partir automatiquement."),
      ],
    ],
    task: "Contrôle de la file DICOM et de l'archivage avec l'éditeur",
    solutions: [
      "Archivage relancé, 1,2 To libérés, file DICOM vidée en 40 minutes. Seuil d'alerte abaissé à 85 %.",
    ],
  },
  {
    category: 30,
    type: 2,
    urgency: 2,
    titles: ['Installation du logiciel de planning', 'Logiciel à installer sur {poste}'],
    requests: ["Merci d'installer le logiciel de planning sur le poste {poste}, la licence a été achetée."],
    threads: [[]],
    solutions: ["Logiciel de planning installé et activé sur {poste}, connexion testée avec l'utilisateur."],
  },
  {
    category: 30,
    type: 2,
    urgency: 2,
    titles: ['Mise à jour éditeur à planifier', 'Mise à jour trimestrielle du logiciel métier'],
    requests: [
      "L'éditeur nous demande de passer la mise à jour trimestrielle, quand pouvez-vous la prévoir ?",
    ],
    threads: [
      [
        tech('Bonjour, nous proposons jeudi à 12h30, coupure de 15 minutes. Cela vous convient-il ?'),
        user('Oui, parfait pour jeudi.'),
      ],
    ],
    task: 'Mise à jour planifiée avec sauvegarde préalable',
    solutions: ['Mise à jour passée jeudi sans incident, sauvegarde préalable conservée 15 jours.'],
  },
]
