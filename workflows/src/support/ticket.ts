import { z } from 'zod'

export const categories = ['RESET_MDP', 'DEBLOCAGE', '#DIAG', 'AUTRE'] as const
/**
 * What a ticket asks: a new password of the domain account, that account unlocked, a network or site fault that
 * the monitoring may explain, or anything else (other passwords, printers, applications), which a person handles.
 */
export const Category = z.enum(categories)
export type Category = z.infer<typeof Category>

/** Who GLPI says wrote the ticket. */
export interface Requester {
  name: string | null
  email: string | null
  login: string | null
  /** False when GLPI has no user for the sender's address. */
  isKnown: boolean
}

/** A ticket as GLPI gives it: the text may be HTML. */
export interface SupportTicket {
  title: string
  text: string
  requester: Requester
  client: { name: string; domains: readonly string[] }
}

/** A rule that spoke, with a sentence for the technician. */
export interface Reason {
  rule: string
  fr: string
  en: string
}
