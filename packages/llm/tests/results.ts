/** Realistic tool results, in the shapes that the contracts promise. */
export const device = (name: string, over: Record<string, unknown> = {}) => ({
  deviceId: 101,
  hostname: name,
  state: 'up',
  downReason: null,
  uptimeSeconds: 45 * 86_400 + 3600,
  hardware: 'Catalyst 9200L-24P-4G',
  os: 'iosxe',
  version: '17.9.5',
  type: 'network',
  location: 'Montpellier - Bâtiment principal',
  lastPolledAt: '2026-11-20T18:20:00.000Z',
  ports: { total: 24, up: 24, down: 0, adminDown: 0 },
  alerts: [],
  missing: [],
  ...over,
})

export const client = (name: string, devices: string[], over: Record<string, unknown> = {}) => ({
  entityId: 42,
  name,
  completeName: `WIDIP > ${name}`,
  town: 'Montpellier',
  phone: '04 65 71 42 00',
  email: null,
  openTickets: 3,
  devices: devices.map((device) => ({
    name: device,
    model: 'Catalyst 9200L-24P-4G',
    location: 'Montpellier',
  })),
  devicesComplete: true,
  ...over,
})

export const saintJean = client('Clinique Saint-Jean', [
  'ROUTEUR-CLIN-STJEAN',
  'FW-CLIN-STJEAN',
  'SWITCH-CLIN-STJEAN',
  'SWITCH-CLIN-STJEAN-002',
  'AP-CLIN-STJEAN-01',
]) as ReturnType<typeof client>
saintJean.devices = saintJean.devices.map((row) =>
  row.name.startsWith('SWITCH') ? row : { ...row, model: null as never },
)

export const ok = <Data>(data: Data) => ({ status: 'ok', data })

export const passages = ok({
  passages: [
    {
      citation: 1,
      documentId: 'd1',
      chunkId: 'c1',
      title: 'Panne de switch à la Clinique Saint-Jean',
      path: 'cas/switch.md',
      kind: 'case',
      headingPath: ['Cause'],
      content:
        '## Cause\nAlimentation PoE défaillante.\n## Solution\nRemplacer le bloc et relancer le switch.',
      score: 0.8,
    },
    {
      citation: 2,
      documentId: 'd2',
      chunkId: 'c2',
      title: 'Procédure de diagnostic réseau',
      path: 'procedures/reseau.md',
      kind: 'procedure',
      headingPath: [],
      content: 'Vérifier les voyants puis le lien montant.',
      score: 0.5,
    },
  ],
  method: 'hybrid',
})

export const account = (login: string, over: Record<string, unknown> = {}) => ({
  guid: 'g',
  login,
  userPrincipalName: `${login}@widip.local`,
  displayName: 'Jean Dupont',
  mail: null,
  title: 'Infirmier coordinateur',
  department: 'Soins',
  company: 'EHPAD Les Jardins',
  container: 'OU=Jardins',
  enabled: true,
  locked: false,
  privileged: false,
  vip: false,
  passwordLastSetAt: '2026-08-01T08:00:00.000Z',
  mustChangePassword: false,
  passwordExpiresAt: null,
  passwordNeverExpires: false,
  accountExpiresAt: null,
  lastLogonAt: null,
  badPasswordCount: 2,
  groups: ['VPN', 'Dossier-Resident'],
  ...over,
})

export const ticket = (id: number, over: Record<string, unknown> = {}) => ({
  id,
  title: 'Reset MDP - Jean Dupont',
  text: 'Bonjour, je ne peux plus me connecter.',
  status: 'assigned',
  type: 'request',
  urgency: 3,
  priority: 3,
  category: 'RESET_MDP',
  clientId: 11,
  clientName: 'EHPAD Les Jardins',
  requesters: ['Jean Dupont'],
  technicians: ['Sophie Legrand'],
  openedAt: '2026-11-19T08:00:00.000Z',
  updatedAt: '2026-11-20T08:00:00.000Z',
  solvedAt: null,
  closedAt: null,
  entries: [
    {
      kind: 'followup',
      id: 1,
      at: '2026-11-19T09:00:00.000Z',
      author: 'Sophie Legrand',
      isPrivate: true,
      text: 'Rappelé, sans réponse.',
    },
  ],
  missing: [],
  ...over,
})

export const approval = (approvalId: string, level = 'L3') => ({
  status: 'approval_required',
  approval: { approvalId, level, state: 'pending', expiresAt: '2026-11-20T19:20:00.000Z' },
})
