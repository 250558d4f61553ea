import type { Approval } from '@hub/contracts'
import { emptyContext, makeApproval, type StoredApproval } from './make-approval.ts'
import { resetPreview } from './previews.ts'

interface Reset {
  approvalId: string
  login: string
  name: string
  ou: string
  client: string
  requestedBy: Approval['requestedBy']
  ticket: { id: number; title: string; text: string }
  conversationId?: string
  privileged?: boolean
}

/** The request to reset the password of one person. */
export function resetOf(reset: Reset): StoredApproval {
  const { login, name, ou, client, ticket } = reset
  const preview = resetPreview({ login, name, ou, locked: true })
  return makeApproval({
    approvalId: reset.approvalId,
    toolName: 'ad_reset_password',
    title: { fr: 'Réinitialiser un mot de passe', en: 'Reset a password' },
    sentence: { fr: `Réinitialiser le mot de passe de ${login}`, en: `Reset the password of ${login}` },
    arguments: { login, ticketId: ticket.id, mustChangeAtNextLogon: true, unlock: true },
    target: {
      system: 'ad',
      kind: 'user',
      id: `S-1-5-21-2841-1190-${ticket.id}`,
      name: login,
      attributes: {
        displayName: name,
        clientName: client,
        privileged: reset.privileged ?? false,
        vip: false,
        mail: `${login}@client.example`,
      },
    },
    requestedBy: reset.requestedBy,
    preview: reset.privileged
      ? {
          ...preview,
          warnings: [
            {
              fr: 'Compte privilégié : membre de « Admins du domaine ».',
              en: 'Privileged account: member of “Domain Admins”.',
            },
          ],
        }
      : preview,
    context: {
      ...emptyContext,
      ticketId: ticket.id,
      ticketTitle: ticket.title,
      ticketDescription: ticket.text,
      clientName: client,
      conversationId: reset.conversationId ?? null,
      evidence: [
        {
          fr: `Le ticket n° ${ticket.id} vient de l’adresse connue de ${name}.`,
          en: `Ticket #${ticket.id} comes from the known address of ${name}.`,
        },
        {
          fr: 'Le compte est verrouillé depuis 7:58 après cinq mauvais mots de passe.',
          en: 'The account has been locked since 7:58 am after five wrong passwords.',
        },
      ],
    },
  })
}
