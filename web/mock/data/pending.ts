import {
  decisionOf,
  emptyContext,
  makeApproval,
  minutes,
  type StoredApproval,
  sha,
  userActor,
} from './make-approval.ts'
import { people } from './people.ts'
import { previewOf, resetPreview } from './previews.ts'
import { resetOf } from './reset-of.ts'

const privilegedId = 'APR-2026-000124'
const followupId = 'APR-2026-000119'

const privileged = (): StoredApproval => ({
  ...resetOf({
    approvalId: privilegedId,
    login: 'adm.leroy',
    name: 'Claire Leroy (administration)',
    ou: 'Comptes privilégiés',
    client: 'Clinique Saint-Jean',
    requestedBy: userActor(people.thomas),
    ticket: {
      id: 1241,
      title: 'Compte d’administration bloqué avant la maintenance de ce soir',
      text: 'Le compte adm.leroy refuse le mot de passe depuis 16 h. La maintenance des commutateurs démarre à 21 h et ne peut pas commencer sans lui. Claire Leroy est joignable au poste 4410.',
    },
    privileged: true,
  }),
  securityLevel: 'L4',
  requiredApprovals: 2,
  approverLevel: 'N3',
  reasonRequired: true,
  stepUpRequired: true,
  previewRequired: true,
  createdAt: minutes(-12),
  expiresAt: minutes(18),
  decisions: [
    decisionOf(people.karim, 'approve', {
      digest: sha(privilegedId),
      at: minutes(-6),
      reason: 'Confirmé par téléphone avec Claire Leroy.',
    }),
  ],
})

const closeTicket = (): StoredApproval =>
  makeApproval({
    approvalId: 'APR-2026-000121',
    toolName: 'glpi_close_ticket',
    title: { fr: 'Clore un ticket', en: 'Close a ticket' },
    sentence: { fr: 'Clore le ticket n° 1198', en: 'Close ticket #1198' },
    arguments: { ticketId: 1198, solution: 'Pilote réinstallé, impression testée avec le secrétariat.' },
    target: {
      system: 'glpi',
      kind: 'ticket',
      id: '1198',
      name: 'Ticket n° 1198',
      attributes: { clientName: 'Mairie de Valmont' },
    },
    requestedBy: { type: 'workflow', name: 'SUPPORT', runId: 'run-8841' },
    reversible: true,
    createdAt: minutes(-9),
    expiresAt: minutes(51),
    preview: previewOf([
      { key: 'status', fr: 'État', en: 'Status', before: 'En cours (attribué)', after: 'Clos' },
      {
        key: 'solution',
        fr: 'Solution',
        en: 'Solution',
        before: null,
        after: 'Pilote réinstallé, impression testée avec le secrétariat.',
      },
      {
        key: 'technician',
        fr: 'Technicien',
        en: 'Technician',
        before: 'Thomas Bernard',
        after: 'Thomas Bernard',
      },
    ]),
    context: {
      ...emptyContext,
      ticketId: 1198,
      ticketTitle: 'Imprimante du secrétariat hors service',
      ticketDescription: 'Plus aucune impression depuis ce matin sur IMP-VAL-02. Le voyant est orange.',
      clientName: 'Mairie de Valmont',
      workflow: 'SUPPORT',
      confidence: 0.87,
      evidence: [
        {
          fr: 'La personne a écrit « ça marche, merci » à 18:52.',
          en: 'The person wrote “it works, thank you” at 6:52 pm.',
        },
        {
          fr: 'Trois cas semblables résolus de la même façon depuis septembre.',
          en: 'Three similar cases were solved the same way since September.',
        },
      ],
    },
  })

const publicFollowup = (): StoredApproval =>
  makeApproval({
    approvalId: followupId,
    toolName: 'glpi_add_followup',
    title: { fr: 'Ajouter un suivi', en: 'Add a followup' },
    sentence: {
      fr: 'Ajouter un suivi public au ticket n° 1207',
      en: 'Add a public followup to ticket #1207',
    },
    arguments: { ticketId: 1207, isPrivate: false },
    target: {
      system: 'glpi',
      kind: 'ticket',
      id: '1207',
      name: 'Ticket n° 1207',
      attributes: { clientName: 'Lycée Jean-Moulin' },
    },
    requestedBy: userActor(people.lea),
    createdAt: minutes(-95),
    expiresAt: minutes(170),
    deferredUntil: minutes(110),
    deferredFor: 'time',
    preview: previewOf([
      {
        key: 'text',
        fr: 'Texte lu par le client',
        en: 'Text the client reads',
        before: null,
        after:
          'Le remplacement de la borne Wi-Fi est prévu demain à 9 h. Le réseau du bâtiment B sera coupé dix minutes.',
      },
      { key: 'followups', fr: 'Suivis', en: 'Followups', before: 3, after: 4, kind: 'number' },
    ]),
    context: {
      ...emptyContext,
      ticketId: 1207,
      ticketTitle: 'Wi-Fi instable au bâtiment B',
      ticketDescription: 'Coupures répétées en salle B12 pendant les cours.',
      clientName: 'Lycée Jean-Moulin',
    },
    decisions: [
      decisionOf(people.thomas, 'defer', {
        digest: sha(followupId),
        at: minutes(-60),
        until: minutes(110),
        reason: 'Attendre la confirmation du fournisseur.',
      }),
    ],
  })

/** The queue at the start: urgent, deferred, half approved, one's own. */
export function pendingApprovals(): StoredApproval[] {
  const jean = resetOf({
    approvalId: 'APR-2026-000123',
    login: 'jean.dupont',
    name: 'Jean Dupont',
    ou: 'EHPAD Les Jardins / Soins',
    client: 'EHPAD Les Jardins',
    requestedBy: userActor(people.lea),
    conversationId: '6a1f0c8e-7d0b-4a43-9a51-0f8d2f3b1c01',
    ticket: {
      id: 1234,
      title: 'Impossible d’ouvrir la session ce matin',
      text: 'Bonjour, je ne peux plus ouvrir ma session depuis mon retour de congés, le poste dit que le mot de passe est expiré. Je prends mon service à 20 h et j’ai besoin du dossier des résidents. Merci, Jean Dupont, poste 2207.',
    },
  })
  const marie = resetOf({
    approvalId: 'APR-2026-000120',
    login: 'marie.lefevre',
    name: 'Marie Lefèvre',
    ou: 'Mairie de Valmont / État civil',
    client: 'Mairie de Valmont',
    requestedBy: userActor(people.lea),
    ticket: { id: 1229, title: 'Mot de passe oublié', text: 'Je ne retrouve plus mon mot de passe Windows.' },
  })
  const own = resetOf({
    approvalId: 'APR-2026-000122',
    login: 'paul.moreau',
    name: 'Paul Moreau',
    ou: 'Lycée Jean-Moulin / Intendance',
    client: 'Lycée Jean-Moulin',
    requestedBy: userActor(people.thomas),
    ticket: { id: 1236, title: 'Compte bloqué', text: 'Compte bloqué après plusieurs essais.' },
  })
  return [
    jean,
    {
      ...marie,
      createdAt: minutes(-51),
      expiresAt: minutes(8.6),
      preview: {
        ...resetPreview({
          login: 'marie.lefevre',
          name: 'Marie Lefèvre',
          ou: 'Mairie de Valmont / État civil',
          locked: true,
        }),
        complete: false,
      },
    },
    privileged(),
    closeTicket(),
    publicFollowup(),
    { ...own, createdAt: minutes(-4), expiresAt: minutes(56) },
  ]
}
