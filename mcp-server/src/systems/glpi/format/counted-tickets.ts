import type { LocalizedText } from '@hub/contracts'

/** "123 tickets, the first 20 are listed." */
export function countedTickets(total: number, listed: number): LocalizedText {
  if (total === 0) return { fr: 'Aucun ticket.', en: 'No ticket.' }
  const plural = total > 1 ? 's' : ''
  const more = total > listed
  return {
    fr: `${total} ticket${plural}${more ? `, les ${listed} premiers sont listés` : ''}.`,
    en: `${total} ticket${plural}${more ? `, the first ${listed} are listed` : ''}.`,
  }
}
