import { note, type Story, tech, user } from './story.ts'

/** Tickets about links, switches, Wi-Fi and remote access. */
export const networkStories: readonly Story[] = [
  {
    category: 11,
    type: 1,
    urgency: 5,
    titles: ['Plus internet sur le site', 'Coupure totale {ville}', "Plus d'accès internet ni téléphone"],
    requests: [
      'Plus rien ne fonctionne depuis 8h10 : ni internet, ni téléphone, ni logiciel métier. Tous les postes sont touchés.',
      "Nous n'avons plus d'accès internet sur l'ensemble du site de {ville}. Les voyants de la box opérateur sont rouges.",
    ],
    threads: [
      [
        note(
          'Routeur injoignable, dernier signal à 8h07. Deux autres clients {fai} du secteur touchés : incident opérateur probable.',
        ),
        tech('Bonjour, nous avons ouvert un incident chez {fai}. Merci de laisser les équipements allumés.'),
        user("D'accord, tenez-nous au courant, nous travaillons en mode papier."),
      ],
      [
        tech('Bonjour, pouvez-vous vérifier que la baie est bien alimentée (voyants verts) ?'),
        user("Le disjoncteur de l'onduleur avait sauté, nous l'avons remis."),
      ],
    ],
    task: 'Suivi du dossier opérateur et contrôle du lien de secours',
    solutions: [
      'Incident collectif {fai} rétabli à 10h35 (coupure fibre lors de travaux de voirie). Débits contrôlés, lien de secours désactivé.',
      'Onduleur de la baie en défaut : équipements rebranchés sur le second onduleur, batterie commandée.',
    ],
  },
  {
    category: 12,
    type: 1,
    urgency: 3,
    titles: ['Lenteurs réseau', 'Réseau très lent depuis ce matin', 'Lenteur logiciel et fichiers partagés'],
    requests: [
      "Depuis hier après-midi l'ouverture des fichiers sur le serveur prend plusieurs minutes, surtout côté {bureau}. Internet est normal.",
      "Tout est très lent aujourd'hui : logiciel métier, impressions, navigation. Cela touche une dizaine de postes du même couloir.",
    ],
    threads: [
      [
        note('Erreurs CRC en hausse sur un port de {switch} (liaison vers le bureau {bureau}).'),
        tech('Bonjour, nous avons identifié un port en erreur, un technicien passe remplacer le cordon.'),
      ],
      [
        tech('Bonjour, est-ce que la lenteur concerne aussi les postes en Wi-Fi ?'),
        user('Non, uniquement les postes filaires.'),
        note('Boucle réseau sur une prise murale, port isolé par la protection.'),
      ],
    ],
    solutions: [
      "Cordon défectueux remplacé entre {switch} et la prise du bureau {bureau}. Plus d'erreurs sur le port depuis 24 h.",
      'Un petit switch non administré créait une boucle. Il a été retiré et la protection contre les boucles activée sur {switch}.',
      'Sauvegarde lancée en pleine journée après un redémarrage du serveur : planification remise à 22h.',
    ],
  },
  {
    category: 13,
    type: 1,
    urgency: 3,
    titles: ['Wi-Fi instable', 'Tablettes déconnectées du Wi-Fi', 'Pas de Wi-Fi au premier étage'],
    requests: [
      'Les tablettes des chariots perdent le Wi-Fi plusieurs fois par tournée, il faut ressaisir les soins.',
      'Plus de Wi-Fi au premier étage depuis lundi, les visiteurs se plaignent également du réseau invité.',
    ],
    threads: [
      [
        note('Borne du 1er étage absente du contrôleur, port PoE à 0 W.'),
        tech('Bonjour, pouvez-vous nous dire si le voyant de la borne du couloir est allumé ?'),
        user('Elle est complètement éteinte.'),
      ],
      [
        tech('Bonjour, sur quelles tablettes et dans quelle zone constatez-vous les coupures ?'),
        user('Surtout les chariots 2 et 4, au fond du couloir vers la salle de soins.'),
      ],
    ],
    solutions: [
      'Borne remplacée et rattachée au contrôleur. Couverture mesurée à -62 dBm dans tout le couloir.',
      'Canaux et puissances revus : deux bornes voisines étaient sur le même canal. Itinérance testée avec deux chariots.',
      'Port PoE redémarré à distance sur {switch}, la borne est revenue.',
    ],
  },
  {
    category: 14,
    type: 1,
    urgency: 3,
    titles: ['VPN ne se connecte plus', 'Télétravail impossible', 'Erreur VPN depuis le domicile'],
    requests: [
      "Impossible de me connecter au VPN depuis chez moi, le message dit que le certificat n'est plus valide.",
      'Je suis en télétravail aujourd\'hui et le VPN reste bloqué sur "Connexion en cours". Au bureau tout fonctionnait.',
    ],
    threads: [
      [
        tech('Bonjour, quel jour le poste a-t-il été connecté au bureau pour la dernière fois ?'),
        user('Il y a environ deux mois.'),
      ],
      [note('Certificat utilisateur expiré depuis trois jours.')],
    ],
    solutions: [
      'Certificat renouvelé, connexion VPN validée avec la double authentification.',
      'Box du domicile en IPv6 uniquement : profil VPN modifié pour passer en TCP 443. Connexion stable.',
    ],
  },
  {
    category: 15,
    type: 1,
    urgency: 4,
    titles: ['Baie réseau en alarme', 'Switch qui redémarre', 'Température élevée dans le local technique'],
    requests: [
      'Un équipement de la baie émet un bip continu et plusieurs téléphones ont redémarré tout seuls ce matin.',
      'Il fait très chaud dans le local informatique, la climatisation semble arrêtée.',
    ],
    threads: [
      [
        note('Supervision : 41 °C relevés sur {switch}, ventilateur en vitesse maximale.'),
        tech('Bonjour, la climatisation du local est-elle sur un contrat de maintenance ?'),
        user('Oui, le frigoriste passe cet après-midi.'),
      ],
      [],
    ],
    solutions: [
      'Climatisation remise en service par le prestataire, 24 °C relevés ce soir sur {switch}.',
      'Alimentation redondante de {switch} remplacée sous garantie, aucun redémarrage depuis.',
    ],
  },
]
