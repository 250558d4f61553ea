import type { BindingKind, ConversationBinding } from '@hub/contracts'
import { Building2, type LucideIcon, Server, Ticket } from 'lucide-react'

export const bindingIcon: Record<BindingKind, LucideIcon> = {
  ticket: Ticket,
  client: Building2,
  device: Server,
}

/** The short name of what a conversation is about: a ticket has its number first. */
export function bindingName({ kind, id, label }: ConversationBinding): string {
  return kind === 'ticket' && !label.startsWith('#') ? `#${id} ${label}` : label
}
