import { z } from 'zod'

export const bindingKinds = ['ticket', 'client', 'device'] as const
export const BindingKind = z.enum(bindingKinds)
export type BindingKind = z.infer<typeof BindingKind>

/** What a conversation is about: a GLPI ticket by number, a client by its entity, a device by its hostname. */
export const ConversationBinding = z
  .object({
    kind: BindingKind,
    id: z.string().trim().min(1).max(253),
    label: z.string().trim().min(1).max(250),
    clientName: z.string().trim().min(1).max(120).optional(),
  })
  .strict()
  .refine(({ kind, id }) => kind === 'device' || /^[1-9]\d{0,9}$/.test(id), {
    path: ['id'],
    message: 'is not a number of GLPI',
  })
export type ConversationBinding = z.infer<typeof ConversationBinding>
