import { note, type Story, tech, user } from './story.ts'

const wifi = { category: 13, type: 1, urgency: 3 } as const
const vpn = { category: 14, type: 1, urgency: 3 } as const

/** Tickets about Wi-Fi and remote access. */
export const wirelessStories: readonly Story[] = [
  {
    sectors: ['health', 'care'],
    ...wifi,
    urgency: 4,
    titles: ['Tablettes déconnectées du Wi-Fi', 'Wi-Fi instable pendant les tournées'],
    requests: [
      'Les tablettes des chariots perdent le Wi-Fi plusieurs fois par tournée, il faut ressaisir les soins.',
    ],
    threads: [
      [
        tech('Bonjour, sur quelles tablettes et dans quelle zone constatez-vous les coupures ?'),
        user('Surtout les chariots 2 et 4, au fond du couloir vers la salle de soins.'),
        note('Deux bornes voisines sur le même canal, itinérance agressive côté tablettes.'),
      ],
    ],
    solutions: [
      'Canaux et puissances revus : deux bornes voisines étaient sur le même canal. Itinérance testée avec deux chariots sur tout le couloir.',
    ],
  },
  {
    ...wifi,
    titles: ['Pas de Wi-Fi au premier étage', 'Borne Wi-Fi éteinte'],
    requests: [
      'Plus de Wi-Fi au premier étage depuis lundi, les visiteurs se plaignent également du réseau invité.',
    ],
    threads: [
      [
        note('Borne du premier étage absente du contrôleur, port PoE de {switch} à 0 W.'),
        tech('Bonjour, le voyant de la borne du couloir est-il allumé ?'),
        user('Elle est complètement éteinte.'),
      ],
    ],
    solutions: [
      'Port PoE redémarré à distance sur {switch}, la borne est revenue et les deux réseaux sont diffusés.',
      'Borne hors service remplacée et rattachée au contrôleur. Couverture mesurée à -62 dBm dans tout le couloir.',
    ],
  },
  {
    ...wifi,
    type: 2,
    urgency: 2,
    titles: ['Accès Wi-Fi pour un prestataire', 'Wi-Fi invité pour une formation'],
    requests: [
      'Nous recevons un formateur jeudi et vendredi avec douze participants. Pouvez-vous nous préparer des accès Wi-Fi invité ?',
    ],
    threads: [[]],
    solutions: [
      "Quinze codes invités créés, valables jeudi et vendredi, limités à internet. Liste remise à l'accueil.",
    ],
  },
  {
    ...vpn,
    titles: ['Erreur de certificat VPN', 'VPN ne se connecte plus'],
    requests: [
      "Impossible de me connecter au VPN depuis chez moi, le message dit que le certificat n'est plus valide.",
    ],
    threads: [
      [
        note('Certificat utilisateur expiré depuis trois jours.'),
        tech('Bonjour, quel jour le poste a-t-il été connecté au bureau pour la dernière fois ?'),
        user('Il y a environ deux mois.'),
      ],
    ],
    solutions: [
      'Certificat renouvelé à distance, connexion VPN validée avec la double authentification. Renouvellement automatique réparé.',
    ],
  },
  {
    ...vpn,
    titles: ['Télétravail impossible', 'VPN bloqué sur « Connexion en cours »'],
    requests: [
      'Je suis en télétravail aujourd\'hui et le VPN reste bloqué sur "Connexion en cours". Au bureau tout fonctionnait.',
    ],
    threads: [
      [
        tech("Bonjour, avez-vous changé de box ou d'opérateur récemment ?"),
        user('Oui, la nouvelle box a été installée samedi.'),
      ],
    ],
    solutions: [
      'La nouvelle box filtre le port du VPN : profil passé en TCP 443. Connexion stable pendant une demi-journée.',
    ],
  },
]
