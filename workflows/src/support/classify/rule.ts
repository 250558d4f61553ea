import type { TicketText } from '../text/read-ticket-text.ts'
import type { Category, Reason } from '../ticket.ts'

/** One piece of evidence: what it points to and how much it weighs (5 is enough alone for a plain request). */
export interface Rule extends Reason {
  category: Category
  weight: number
  test: RegExp | ((sentence: string, ticket: TicketText) => boolean)
}

/** Atoms of the patterns, on folded and mended text. */
export const password =
  "(?:mots? de passe|password|code (?:de |d'|pour )?(?:(?:ma|mon|la|l'|ouvrir la|de) ?)*(?:session|windows|ordinateur|poste)|logon (?:details|credentials)|identifiants? (?:de|et))"
export const net =
  '(?:internet|reseaux?|connexions?|wifi|networks?|connections?|connectivity|fibre|broadband|adsl|4g de secours|lien (?:principal|operateur|entre)|liaison|debit|box|ligne internet)'

/** Both orders of two atoms in one sentence, at most `gap` characters apart. */
export function near(a: string, b: string, gap = 50): RegExp {
  return new RegExp(`(?:${a}).{0,${gap}}?(?:${b})|(?:${b}).{0,${gap}}?(?:${a})`)
}
