import { note, type Story, tech, user } from './story.ts'

/** Tickets about printers and copiers. */
export const printingStories: readonly Story[] = [
  {
    category: 21,
    type: 1,
    urgency: 3,
    titles: ['Imprimante {imprimante} hors ligne', "Impossible d'imprimer", 'Impressions bloquées'],
    requests: [
      "L'imprimante {imprimante} apparaît hors ligne sur tous les postes du service. Nous ne pouvons plus éditer les ordonnances.",
      "Mes documents restent en file d'attente et rien ne sort. J'ai éteint et rallumé l'imprimante, sans effet.",
    ],
    threads: [
      [note('Adresse IP en conflit avec un téléphone, réservation DHCP absente.')],
      [
        tech(
          "Bonjour, pouvez-vous imprimer une page de configuration et nous donner l'adresse IP affichée ?",
        ),
        user("C'est une adresse qui commence par 169.254."),
      ],
      [],
    ],
    solutions: [
      "Réservation DHCP créée pour {imprimante} et port d'impression corrigé sur le serveur. Page de test sortie.",
      'File purgée et service spouleur redémarré. Un document de 400 pages bloquait la file.',
      "Câble réseau débranché lors du ménage, rebranché avec l'aide de l'utilisateur.",
    ],
  },
  {
    category: 21,
    type: 2,
    urgency: 2,
    titles: ['Installation imprimante étiquettes', "Ajout d'une imprimante sur le poste {poste}"],
    requests: [
      "Merci d'ajouter l'imprimante {imprimante} sur mon poste {poste}, je viens de changer de bureau.",
      "Nous avons reçu l'imprimante à étiquettes pour les bracelets, pouvez-vous l'installer ?",
    ],
    threads: [
      [
        tech('Bonjour, à quel moment pouvons-nous prendre la main sur le poste ?'),
        user('Demain entre 12h et 14h.'),
      ],
      [],
    ],
    solutions: [
      'Imprimante ajoutée par stratégie pour le bureau {bureau}, impression de test validée.',
      'Pilote installé, format 102 x 152 mm réglé et contrasté. Lecture des codes-barres contrôlée.',
    ],
  },
  {
    category: 22,
    type: 1,
    urgency: 3,
    titles: [
      'Le scan vers mail ne marche plus',
      'Numérisation impossible depuis le copieur',
      'Copieur : erreur envoi mail',
    ],
    requests: [
      "Depuis ce matin le copieur de l'accueil refuse d'envoyer les scans par mail, erreur de connexion au serveur.",
      "La numérisation vers le dossier partagé échoue avec un message d'authentification. Les copies fonctionnent.",
    ],
    threads: [
      [note('Mot de passe du compte de service du copieur expiré.')],
      [
        tech('Bonjour, le message comporte-t-il un code erreur ?'),
        user('Oui : 535 5.7.3 Authentication unsuccessful.'),
      ],
    ],
    solutions: [
      "Compte de service mis à jour dans le copieur et sorti de la règle d'expiration. Scan de test reçu.",
      "Chiffrement du relais de messagerie relevé : le copieur n'acceptait que l'ancien protocole. Micrologiciel mis à jour, envoi validé.",
    ],
  },
  {
    category: 22,
    type: 1,
    urgency: 2,
    titles: ['Copies avec traces noires', 'Bourrage papier répété'],
    requests: [
      'Les copies sortent avec une bande noire sur la droite depuis le dernier changement de toner.',
      'Bourrage à chaque impression recto-verso sur {imprimante}, nous avons déjà retiré tout le papier.',
    ],
    threads: [
      [
        tech('Bonjour, nous demandons le passage du mainteneur sous 8 heures ouvrées.'),
        user('Merci, nous imprimons sur le copieur du secrétariat en attendant.'),
      ],
    ],
    solutions: [
      'Intervention du mainteneur : tambour remplacé, qualité contrôlée.',
      "Rouleau d'entraînement du bac 2 remplacé par le prestataire. Aucun bourrage sur 100 pages.",
    ],
  },
]
