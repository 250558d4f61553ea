import { minutes } from '../data/make-approval.ts'

/** What the tools of the scripted answers answer with. */
export const status = {
  device: {
    deviceId: 7,
    hostname: 'SWITCH-CLIN-STJEAN',
    state: 'up',
    downReason: null,
    uptimeSeconds: 45 * 86_400 + 3 * 3600,
    hardware: 'Catalyst 2960X-24',
    os: 'IOS',
    version: '15.2(7)E8',
    type: 'network',
    location: 'Clinique Saint-Jean, baie du rez-de-chaussée',
    lastPolledAt: minutes(-2),
    ports: { total: 24, up: 24, down: 0, adminDown: 0 },
    alerts: [],
    missing: [],
  },
}

export const metrics = {
  metrics: {
    deviceId: 7,
    hostname: 'SWITCH-CLIN-STJEAN',
    lastPolledAt: minutes(-2),
    processors: [{ name: 'CPU', usagePercent: 12 }],
    memory: [{ name: 'Processor', usedPercent: 46.2, totalBytes: 536_870_912 }],
    storage: [],
    sensors: [{ name: 'Châssis', class: 'temperature', value: 41, unit: '°C', state: 'ok' }],
    ports: [
      port('Gi1/0/24', 'Bâtiment B', 412_000_000, 2.4),
      port('Gi1/0/1', 'Routeur', 218_000_000, 0),
      port('Gi1/0/3', 'Borne accueil', 8_400_000, 0),
      port('Gi1/0/7', 'Imprimante', 120_000, 0),
      port('Gi1/0/9', 'Poste infirmier', 96_000, 0),
      port('Gi1/0/11', 'Poste pharmacie', 64_000, 0),
    ],
    missing: ['storage'],
  },
}

function port(name: string, description: string, inBitsPerSecond: number, errorsPerSecond: number) {
  const outBitsPerSecond = inBitsPerSecond * 0.6
  return {
    name,
    description,
    state: 'up',
    inBitsPerSecond,
    outBitsPerSecond,
    speedBitsPerSecond: 1e9,
    errorsPerSecond,
  }
}

export const passages = {
  passages: [
    {
      citation: 1,
      documentId: 'doc-switch',
      chunkId: 'doc-switch-2',
      title: 'Diagnostic d’un commutateur d’accès',
      path: 'procedures/reseau/diagnostic-commutateur.md',
      kind: 'procedure',
      headingPath: ['Lire l’état', 'Ports et erreurs'],
      content: 'Un port sain affiche moins de 0,1 erreur par seconde.',
      score: 0.83,
    },
    {
      citation: 2,
      documentId: 'doc-stjean',
      chunkId: 'doc-stjean-2',
      title: 'Fiche client, Clinique Saint-Jean',
      path: 'clients/clinique-saint-jean.md',
      kind: 'client',
      headingPath: ['Réseau'],
      content: 'Commutateur principal SWITCH-CLIN-STJEAN.',
      score: 0.76,
    },
  ],
  method: 'lexical',
}

export const ticket = {
  ticket: {
    id: 1234,
    title: 'Reset MDP - Jean Dupont',
    text: 'Bonjour, je n’arrive plus à ouvrir ma session depuis ce matin. Merci de réinitialiser mon mot de passe.',
    status: 'assigned',
    type: 'request',
    urgency: 3,
    priority: 3,
    category: 'Compte > Mot de passe',
    clientId: 12,
    clientName: 'EHPAD Les Jardins',
    requesters: ['Jean Dupont'],
    requesterUsers: [
      { name: 'Jean Dupont', login: 'jean.dupont', emails: ['jean.dupont@lesjardins.example'] },
    ],
    technicians: ['Léa Martin'],
    openedAt: minutes(-74),
    updatedAt: minutes(-40),
    solvedAt: null,
    closedAt: null,
    entries: [
      {
        kind: 'followup',
        id: 1,
        at: minutes(-40),
        author: 'Léa Martin',
        isPrivate: true,
        text: 'Rappel de la personne en cours.',
      },
    ],
    missing: [],
    openedByHub: false,
  },
}

export const account = {
  account: {
    guid: '8f1d…',
    login: 'jean.dupont',
    userPrincipalName: 'jean.dupont@lesjardins.example',
    displayName: 'Jean Dupont',
    mail: 'jean.dupont@lesjardins.example',
    title: 'Aide-soignant',
    department: 'Soins',
    company: 'EHPAD Les Jardins',
    container: 'OU=Utilisateurs,OU=Les Jardins',
    enabled: true,
    locked: true,
    privileged: false,
    vip: false,
    passwordLastSetAt: minutes(-60 * 24 * 88),
    mustChangePassword: false,
    passwordExpiresAt: minutes(60 * 24 * 2),
    passwordNeverExpires: false,
    accountExpiresAt: null,
    lastLogonAt: minutes(-60 * 15),
    badPasswordCount: 5,
    groups: ['Soins', 'VPN', 'Imprimantes RDC'],
  },
}
