import type { LocalizedText, TicketStatus } from '@hub/contracts'
import type { z } from 'zod'

/** What GLPI calls the statuses of a ticket. */
export const statusLabels: Record<z.infer<typeof TicketStatus>, LocalizedText> = {
  new: { fr: 'Nouveau', en: 'New' },
  assigned: { fr: 'En cours (attribué)', en: 'Processing (assigned)' },
  planned: { fr: 'En cours (planifié)', en: 'Processing (planned)' },
  pending: { fr: 'En attente', en: 'Pending' },
  solved: { fr: 'Résolu', en: 'Solved' },
  closed: { fr: 'Clos', en: 'Closed' },
  other: { fr: 'Autre', en: 'Other' },
}
