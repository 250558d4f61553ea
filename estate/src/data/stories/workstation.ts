import { note, type Story, tech, user } from './story.ts'

/** Tickets about workstations, mail and telephones. */
export const workstationStories: readonly Story[] = [
  {
    category: 41,
    type: 1,
    urgency: 3,
    titles: ['Le poste {poste} ne démarre plus', 'Écran noir au démarrage', 'PC qui s’éteint tout seul'],
    requests: [
      "Mon ordinateur ({poste}) ne démarre plus, un message indique qu'aucun disque n'est trouvé.",
      "Le poste de l'accueil s'éteint plusieurs fois par jour sans prévenir et je perds mon travail.",
      "Écran noir depuis ce matin, l'unité centrale fait du bruit mais rien ne s'affiche.",
    ],
    threads: [
      [
        tech("Bonjour, le câble de l'écran est-il bien enfoncé des deux côtés ?"),
        user("Oui, j'ai vérifié, et l'écran fonctionne sur le poste voisin."),
      ],
      [note('Disque SSD en fin de vie (réallocations), poste encore sous garantie.')],
    ],
    task: 'Remplacement du matériel et restauration du profil',
    solutions: [
      'SSD remplacé sous garantie, système réinstallé et données restaurées depuis le serveur.',
      'Alimentation défectueuse remplacée, poste stable après une journée de test.',
      'Barrette mémoire mal enclipsée après déplacement du poste. Remise en place, test mémoire correct.',
    ],
  },
  {
    category: 41,
    type: 2,
    urgency: 2,
    titles: ['Demande de second écran', 'Remplacement clavier et souris', 'Besoin d’un ordinateur portable'],
    requests: [
      "Serait-il possible d'avoir un second écran au bureau {bureau} ? Je travaille toute la journée sur deux logiciels.",
      "Le clavier de {poste} a pris l'eau, plusieurs touches ne répondent plus.",
      "Nous aurions besoin d'un portable de prêt pour une formation la semaine prochaine.",
    ],
    threads: [
      [],
      [tech('Bonjour, le devis est parti à votre direction pour accord.'), user('Accord donné ce matin.')],
    ],
    solutions: [
      'Matériel livré et installé au bureau {bureau}.',
      'Portable de prêt préparé et remis contre signature, retour prévu sous 10 jours.',
      'Clavier remplacé sur stock.',
    ],
  },
  {
    category: 42,
    type: 1,
    urgency: 3,
    titles: ['Mise à jour Windows bloquée', 'Poste très lent au démarrage', 'Espace disque insuffisant'],
    requests: [
      'Le poste {poste} reste sur "Préparation de Windows" depuis 40 minutes.',
      "Il faut plus d'un quart d'heure pour pouvoir travailler le matin, c'est devenu insupportable.",
      "Message d'espace disque insuffisant sur mon poste, je ne peux plus enregistrer mes documents.",
    ],
    threads: [
      [note('Trois antivirus actifs dont deux versions d’essai installées avec une imprimante.')],
      [
        tech('Bonjour, laissez le poste allumé ce soir, nous interviendrons à distance.'),
        user("D'accord, je le laisse allumé et verrouillé."),
      ],
    ],
    solutions: [
      'Mise à jour terminée après réparation du magasin de composants. Poste à jour et redémarré.',
      "Logiciels superflus retirés et démarrage allégé : 1 min 20 jusqu'au bureau contre 14 minutes.",
      '18 Go libérés (fichiers temporaires et ancien système). Redirection du dossier Documents rétablie.',
    ],
  },
  {
    category: 51,
    type: 1,
    urgency: 3,
    titles: ['Boîte mail pleine', 'Outlook ne reçoit plus rien', 'Mails bloqués en boîte d’envoi'],
    requests: [
      'Je ne reçois plus de mails depuis hier soir, mes correspondants ont un message de boîte pleine.',
      'Mes messages restent dans la boîte d\'envoi et Outlook affiche "Tentative de connexion".',
      "La boîte partagée du service n'apparaît plus dans Outlook.",
    ],
    threads: [
      [
        tech('Bonjour, avez-vous un message en attente avec une grosse pièce jointe ?'),
        user('Oui, une vidéo de 80 Mo pour les familles.'),
      ],
      [],
    ],
    solutions: [
      "Archivage en ligne activé et message de 80 Mo retiré de la boîte d'envoi. Envoi et réception normaux.",
      'Profil de messagerie recréé, boîte partagée rattachée automatiquement.',
      'Quota porté à 50 Go après accord, éléments supprimés purgés.',
    ],
  },
  {
    category: 60,
    type: 1,
    urgency: 4,
    titles: ['Téléphones sans tonalité', 'Renvoi standard inopérant', "Appels coupés au bout d'une minute"],
    requests: [
      'Aucun téléphone de l\'étage n\'a de tonalité ce matin, les écrans affichent "Enregistrement".',
      "Le renvoi de nuit du standard ne s'est pas déclenché hier soir, les familles tombaient dans le vide.",
      'Les appels sortants se coupent systématiquement après une minute environ.',
    ],
    threads: [
      [note('VLAN voix absent du port de {switch} après le remplacement de mardi.')],
      [
        tech('Bonjour, à quelle heure le renvoi doit-il démarrer ?'),
        user('20h en semaine, 18h le dimanche.'),
      ],
    ],
    solutions: [
      'VLAN voix remis sur {switch}, les postes se sont enregistrés. Appels entrants et sortants testés.',
      "Calendrier du renvoi corrigé (jour férié mal saisi). Test fait à 20h avec l'équipe de nuit.",
      'Réglage de session du pare-feu modifié pour la téléphonie. Appel test de 12 minutes sans coupure.',
    ],
  },
]
