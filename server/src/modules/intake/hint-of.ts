import type { TicketHint } from './ticket-hint.store.ts'

interface HintedItem {
  id: number
  entity?: { name?: string | null | undefined; completename?: string | null | undefined } | null | undefined
}

/**
 * A ticket that GLPI tells of, with the name of its client as the polling reads it: the complete name of the entity
 * without the root of the tree, which is the same for everybody. Each client has its own turn.
 */
export function hintOf({ id, entity }: HintedItem): TicketHint {
  const whole = (entity?.completename || entity?.name) ?? ''
  const name = whole
    .replace(/&(?:gt|#62);/g, '>')
    .replace(/&(?:amp|#38);/g, '&')
    .trim()
    .replace(/^[^>]+ > /, '')
  return { ticketId: id, clientName: name === '' ? null : name.slice(0, 200) }
}
