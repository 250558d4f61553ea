import { note, type Story, tech, user } from './story.ts'

const outage = { category: 11, type: 1, urgency: 5 } as const
const slow = { category: 12, type: 1, urgency: 3 } as const

/** Tickets about links and the wired network. */
export const networkStories: readonly Story[] = [
  {
    ...outage,
    titles: ['Plus internet sur le site', 'Coupure totale {ville}', "Plus d'accès internet ni téléphone"],
    requests: [
      'Plus rien ne fonctionne depuis 8h10 : ni internet, ni téléphone, ni logiciel métier. Tous les postes sont touchés.',
      "Nous n'avons plus d'accès internet sur l'ensemble du site de {ville}. Les voyants de la box opérateur sont rouges.",
    ],
    threads: [
      [
        note(
          'Routeur injoignable. Deux autres clients {fai} du secteur touchés : incident opérateur probable.',
        ),
        tech('Bonjour, nous avons ouvert un incident chez {fai}. Merci de laisser les équipements allumés.'),
        user("D'accord, nous travaillons en mode papier en attendant."),
      ],
    ],
    task: 'Suivi du dossier opérateur et contrôle du lien de secours',
    solutions: [
      'Incident collectif {fai} rétabli (fibre coupée lors de travaux de voirie). Débits contrôlés, lien de secours désactivé.',
      'Équipement {fai} remplacé au central. Lien stable depuis la reprise, aucune perte sur une heure de mesure.',
    ],
  },
  {
    ...outage,
    titles: ['Toute la baie est éteinte', 'Plus de réseau après un orage'],
    requests: [
      "Il y a eu une micro-coupure électrique et depuis plus aucun poste n'a de réseau. Dans le local, la baie ne fait plus de bruit.",
    ],
    threads: [
      [
        tech(
          "Bonjour, pouvez-vous vérifier que l'onduleur de la baie est allumé et que le disjoncteur du local est en haut ?",
        ),
        user("L'onduleur clignote en rouge. Le disjoncteur avait sauté, nous l'avons remis."),
      ],
    ],
    solutions: [
      "Batterie de l'onduleur en fin de vie : équipements rebranchés sur le second onduleur, batterie remplacée le lendemain.",
    ],
  },
  {
    ...slow,
    titles: ['Lenteurs réseau dans un seul bureau', 'Fichiers très longs à ouvrir au bureau {bureau}'],
    requests: [
      "Depuis hier après-midi l'ouverture des fichiers du serveur prend plusieurs minutes au bureau {bureau}. Internet est lent aussi, mais les collègues d'à côté n'ont rien.",
    ],
    threads: [
      [
        note('Erreurs CRC en hausse sur le port de {switch} qui dessert le bureau {bureau}.'),
        tech('Bonjour, nous avons identifié une liaison en erreur, un technicien passe remplacer le cordon.'),
      ],
    ],
    solutions: [
      "Cordon défectueux remplacé entre {switch} et la prise du bureau {bureau}. Plus d'erreurs sur le port depuis 24 h.",
    ],
  },
  {
    ...slow,
    urgency: 4,
    titles: ['Réseau très lent depuis ce matin', 'Lenteurs réseau', 'Tout rame dans le couloir'],
    requests: [
      "Tout est très lent aujourd'hui : logiciel métier, impressions, navigation. Cela touche une dizaine de postes du même couloir.",
      'Les postes du service perdent la connexion puis la retrouvent, et tout est lent entre les deux.',
    ],
    threads: [
      [
        tech('Bonjour, est-ce que la lenteur concerne aussi les postes en Wi-Fi ?'),
        user('Non, uniquement les postes filaires.'),
        note('Boucle réseau derrière une prise murale, trafic de diffusion anormal sur {switch}.'),
      ],
    ],
    solutions: [
      'Un petit switch non administré créait une boucle. Il a été retiré et la protection contre les boucles activée sur {switch}.',
    ],
  },
  {
    ...slow,
    titles: ['Lenteur du serveur de fichiers le matin', 'Logiciel et partages lents avant 10h'],
    requests: [
      'Tous les matins entre 8h et 10h le serveur de fichiers est très lent, ensuite cela redevient normal. Cela dure depuis lundi.',
    ],
    threads: [
      [note('Sauvegarde complète qui déborde sur la matinée depuis le redémarrage du serveur dimanche.')],
    ],
    solutions: [
      'Sauvegarde replanifiée à 22h et passée en mode incrémental. Temps de réponse normaux trois matins de suite.',
    ],
  },
  {
    category: 15,
    type: 1,
    urgency: 4,
    titles: ['Température élevée dans le local technique', 'Climatisation du local informatique arrêtée'],
    requests: [
      'Il fait très chaud dans le local informatique, la climatisation semble arrêtée et un appareil émet un bip continu.',
    ],
    threads: [
      [
        note('Supervision : 58 °C relevés sur {switch}, ventilateurs en vitesse maximale.'),
        tech('Bonjour, la climatisation du local est-elle sous contrat de maintenance ?'),
        user('Oui, le frigoriste passe cet après-midi.'),
      ],
    ],
    solutions: ['Climatisation remise en service par le prestataire, 24 °C relevés ce soir sur {switch}.'],
  },
  {
    category: 15,
    type: 1,
    urgency: 4,
    titles: ['Switch qui redémarre', 'Coupures réseau de deux minutes'],
    requests: [
      "Plusieurs fois par jour tous les postes et téléphones de l'étage se coupent deux minutes puis reviennent.",
    ],
    threads: [[note('{switch} : quatre redémarrages en 24 h, journal « power supply failure ».')]],
    task: "Remplacement de l'alimentation sur site",
    solutions: ['Alimentation de {switch} remplacée sous garantie, aucun redémarrage depuis 48 h.'],
  },
]
