import { note, type Story, tech, user } from './story.ts'

const printer = { category: 21, type: 1, urgency: 3 } as const
const copier = { category: 22, type: 1, urgency: 3 } as const

/** Tickets about printers and copiers. */
export const printingStories: readonly Story[] = [
  {
    sectors: ['health', 'care'],
    ...printer,
    titles: ['Imprimante {imprimante} hors ligne', '{imprimante} injoignable'],
    requests: [
      "L'imprimante {imprimante} apparaît hors ligne sur tous les postes du service. Nous ne pouvons plus éditer les ordonnances.",
    ],
    threads: [
      [
        tech(
          "Bonjour, pouvez-vous imprimer une page de configuration et nous donner l'adresse IP affichée ?",
        ),
        user("C'est une adresse qui commence par 169.254."),
        note("Pas d'adresse attribuée : réservation DHCP absente depuis le changement d'étendue."),
      ],
    ],
    solutions: [
      "Réservation DHCP recréée pour {imprimante} et port d'impression corrigé sur le serveur. Page de test sortie.",
    ],
  },
  {
    ...printer,
    titles: ['Impressions bloquées', "Impossible d'imprimer depuis {poste}"],
    requests: [
      "Mes documents restent en file d'attente et rien ne sort. J'ai éteint et rallumé {imprimante}, sans effet.",
    ],
    threads: [[note('Un document de 400 pages en tête de file, en erreur.')], []],
    solutions: [
      'File purgée et service spouleur redémarré : un document de 400 pages bloquait la file. Impression testée depuis {poste}.',
    ],
  },
  {
    sectors: ['health', 'care'],
    ...printer,
    urgency: 4,
    titles: ['Plus aucune impression à la pharmacie', 'Étiquettes qui ne sortent plus'],
    requests: [
      'Plus rien ne sort de {imprimante} depuis le ménage de ce matin, écran allumé mais « hors réseau ».',
    ],
    threads: [
      [
        tech("Bonjour, le câble réseau à l'arrière est-il bien enfoncé (voyant vert) ?"),
        user("Il était débranché, désolé. C'est reparti."),
      ],
    ],
    solutions: [
      "Câble réseau débranché lors du ménage, rebranché avec l'utilisateur. Prise repérée par une étiquette.",
    ],
  },
  {
    ...printer,
    type: 2,
    urgency: 2,
    titles: ["Ajout d'une imprimante sur {poste}", 'Changement de bureau : imprimante à ajouter'],
    requests: [
      "Merci d'ajouter l'imprimante {imprimante} sur mon poste {poste}, je viens de changer de bureau.",
    ],
    threads: [
      [tech('Bonjour, à quel moment pouvons-nous prendre la main sur le poste ?'), user('Entre 12h et 14h.')],
      [],
    ],
    solutions: [
      'Imprimante {imprimante} ajoutée par stratégie pour le bureau {bureau}, impression de test validée.',
    ],
  },
  {
    sectors: ['health', 'care'],
    ...printer,
    type: 2,
    urgency: 2,
    titles: ['Installation imprimante étiquettes', 'Imprimante à bracelets à installer'],
    requests: [
      "Nous avons reçu l'imprimante à étiquettes pour les bracelets, pouvez-vous l'installer sur {poste} ?",
    ],
    threads: [[]],
    task: 'Installation sur site',
    solutions: [
      'Pilote installé sur {poste}, format et contraste réglés. Lecture des codes-barres contrôlée au lecteur.',
    ],
  },
  {
    ...copier,
    titles: ['Le scan vers mail ne marche plus', 'Copieur : erreur envoi mail'],
    requests: [
      "Depuis ce matin le copieur de l'accueil refuse d'envoyer les scans par mail, erreur de connexion au serveur.",
    ],
    threads: [
      [
        tech('Bonjour, le message comporte-t-il un code erreur ?'),
        user('Oui : 535 5.7.3 Authentication unsuccessful.'),
      ],
      [note('Mot de passe du compte de service du copieur expiré.')],
    ],
    solutions: [
      "Mot de passe du compte de service renouvelé dans le copieur et compte sorti de la règle d'expiration. Scan de test reçu.",
    ],
  },
  {
    ...copier,
    titles: ['Numérisation vers dossier impossible', 'Scan vers le partage en échec'],
    requests: [
      "La numérisation vers le dossier partagé échoue avec un message d'authentification. Les copies fonctionnent.",
    ],
    threads: [[note('Copieur limité à SMBv1, désactivé sur le serveur depuis la mise à jour.')]],
    solutions: [
      'Micrologiciel du copieur mis à jour pour utiliser SMBv3. Numérisation vers le partage validée sur trois profils.',
    ],
  },
  {
    ...copier,
    urgency: 2,
    titles: ['Copies avec traces noires', 'Bande noire sur les impressions'],
    requests: [
      'Les copies sortent avec une bande noire sur la droite depuis le dernier changement de toner.',
    ],
    threads: [
      [
        tech('Bonjour, nous demandons le passage du mainteneur sous 8 heures ouvrées.'),
        user('Merci, nous imprimons sur le copieur du secrétariat en attendant.'),
      ],
    ],
    solutions: ['Intervention du mainteneur : tambour remplacé, qualité contrôlée sur dix pages.'],
  },
]
