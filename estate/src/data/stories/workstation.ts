import { note, type Story, tech, user } from './story.ts'

const hardware = { category: 41, type: 1, urgency: 3 } as const
const supply = { category: 41, type: 2, urgency: 2 } as const
const system = { category: 42, type: 1, urgency: 3 } as const

/** Tickets about workstations. */
export const workstationStories: readonly Story[] = [
  {
    ...hardware,
    urgency: 4,
    titles: ['Le poste {poste} ne démarre plus', 'PC : aucun disque trouvé'],
    requests: ["Mon ordinateur ({poste}) ne démarre plus, un message indique qu'aucun disque n'est trouvé."],
    threads: [[note('SSD non détecté dans le BIOS, poste encore sous garantie.')]],
    task: 'Remplacement du disque et restauration du profil',
    solutions: ['SSD remplacé sous garantie, système réinstallé et données restaurées depuis le serveur.'],
  },
  {
    ...hardware,
    titles: ["PC qui s'éteint tout seul", "Le poste de l'accueil s'éteint sans prévenir"],
    requests: [
      "Le poste de l'accueil ({poste}) s'éteint plusieurs fois par jour sans prévenir et je perds mon travail.",
    ],
    threads: [
      [
        tech('Bonjour, le poste est-il branché sur une multiprise ?'),
        user("Oui, mais il s'éteint aussi sur la prise murale."),
      ],
    ],
    solutions: ['Alimentation de {poste} défectueuse, remplacée. Stable après une journée de test.'],
  },
  {
    ...hardware,
    titles: ['Écran noir au démarrage', "Plus d'affichage sur {poste}"],
    requests: [
      "Écran noir depuis ce matin sur {poste}, l'unité centrale fait du bruit mais rien ne s'affiche.",
    ],
    threads: [
      [
        tech("Bonjour, le câble de l'écran est-il bien enfoncé des deux côtés ?"),
        user("Oui, et l'écran fonctionne sur le poste voisin. Le PC a été déplacé hier pour le ménage."),
      ],
    ],
    solutions: [
      'Barrette mémoire délogée par le déplacement de {poste}. Remise en place, test mémoire correct.',
    ],
  },
  {
    ...supply,
    titles: ['Demande de second écran'],
    requests: [
      "Serait-il possible d'avoir un second écran au bureau {bureau} ? Je travaille toute la journée sur deux logiciels.",
    ],
    threads: [
      [tech('Bonjour, le devis est parti à votre direction pour accord.'), user('Accord donné ce matin.')],
    ],
    solutions: ['Second écran livré et installé au bureau {bureau}, affichage étendu configuré.'],
  },
  {
    ...supply,
    titles: ['Remplacement clavier', 'Clavier hors service sur {poste}'],
    requests: ["Le clavier de {poste} a pris l'eau, plusieurs touches ne répondent plus."],
    threads: [[]],
    solutions: ['Clavier lavable remplacé sur stock et testé sur {poste}.'],
  },
  {
    ...supply,
    titles: ["Besoin d'un ordinateur portable", 'Portable de prêt pour une formation'],
    requests: ["Nous aurions besoin d'un portable de prêt pour une formation la semaine prochaine."],
    threads: [[]],
    solutions: ['Portable de prêt préparé et remis contre signature, retour prévu sous 10 jours.'],
  },
  {
    ...system,
    titles: ['Mise à jour Windows bloquée', '{poste} bloqué sur « Préparation de Windows »'],
    requests: ['Le poste {poste} reste sur "Préparation de Windows" depuis 40 minutes.'],
    threads: [
      [
        tech('Bonjour, laissez le poste allumé ce soir, nous interviendrons à distance.'),
        user("D'accord, je le laisse allumé."),
      ],
    ],
    solutions: [
      'Mise à jour terminée après réparation du magasin de composants. {poste} à jour et redémarré.',
    ],
  },
  {
    ...system,
    titles: ['Poste très lent au démarrage', 'PC inutilisable le matin'],
    requests: [
      "Il faut plus d'un quart d'heure pour pouvoir travailler le matin sur {poste}, c'est devenu insupportable.",
    ],
    threads: [[note("Trois antivirus actifs dont deux versions d'essai installées avec une imprimante.")]],
    solutions: [
      "Antivirus en double retirés et démarrage allégé : 1 min 20 jusqu'au bureau contre 14 minutes.",
    ],
  },
  {
    ...system,
    titles: ['Espace disque insuffisant', 'Disque C: plein sur {poste}'],
    requests: ["Message d'espace disque insuffisant sur {poste}, je ne peux plus enregistrer mes documents."],
    threads: [[]],
    solutions: [
      '18 Go libérés (fichiers temporaires et ancien système). Redirection du dossier Documents rétablie.',
    ],
  },
  {
    ...supply,
    titles: ['Déménagement de bureau'],
    requests: [
      'Notre service déménage au bureau {bureau} jeudi : deux postes, un téléphone et {imprimante} à déplacer.',
    ],
    threads: [
      [
        tech('Bonjour, le passage est planifié, merci de libérer les bureaux à 14h.'),
        user('Très bien, tout sera prêt.'),
      ],
    ],
    task: 'Déplacement du matériel sur site',
    solutions: ['Déménagement réalisé, postes, téléphone et {imprimante} opérationnels au bureau {bureau}.'],
  },
  {
    ...supply,
    titles: ['Prise réseau à activer', 'Prise murale inactive au bureau {bureau}'],
    requests: [
      "La prise réseau du bureau {bureau} n'est pas active, nous y installons une nouvelle collègue.",
    ],
    threads: [[]],
    solutions: ['Prise du bureau {bureau} brassée sur {switch} et testée à 1 Gbit/s.'],
  },
]
