import { z } from 'zod'

const Id = z.number().int().nonnegative()
const Text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
/** ISO 8601 with its offset, or nothing; minors differ in which dates they show. */
const Instant = z
  .string()
  .nullish()
  .transform((value) => toInstant(value ?? ''))

function toInstant(text: string): string | null {
  const at = /[Zz]|[+-]\d{2}:?\d{2}$/.test(text) ? new Date(text) : null
  return at === null || Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** A pointer to another item; GLPI shows what points nowhere as null or as a null id. */
const Pointer = z
  .object({ id: Id.nullish(), name: Text, completename: Text })
  .nullable()
  .transform((value) => (value?.id ? { ...value, id: value.id } : null))
/** Entity 0 is the root, not nothing. */
const EntityPointer = z.object({ id: Id, name: Text, completename: Text }).nullable()

/** Answer of the token endpoint (protocol section 2.1). */
export const TokenAnswer = z.object({
  token_type: z.string().regex(/^bearer$/i),
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
  refresh_token: z.string().min(1).nullish(),
})
export type TokenAnswer = z.infer<typeof TokenAnswer>

export const OAuthRefusal = z.object({ error: z.string() })

/** Error body (protocol section 2.3); its texts are localised or internal: only the code and two titles count. */
export const ErrorAnswer = z.object({
  status: z.string().regex(/^ERROR/),
  title: Text,
  detail: z.unknown().optional(),
})

export const ItemCreated = z.object({ id: Id.positive() })

/** Somebody of a ticket; the id stands only in the link. */
export const TeamMember = z.object({
  role: z.union([z.string(), z.number()]),
  name: Text,
  realname: Text,
  firstname: Text,
  href: Text,
})
export type TeamMember = z.infer<typeof TeamMember>

export const TicketItem = z.object({
  id: Id,
  name: Text,
  content: Text,
  is_deleted: z.boolean(),
  category: Pointer,
  urgency: z.number().int(),
  priority: z.number().int(),
  type: z.number().int().nullable(),
  status: z.object({ id: z.number().int() }),
  entity: EntityPointer,
  /** Who opened it; undefined in minors that do not tell. */
  user_recipient: Pointer.optional(),
  date: Instant,
  date_mod: Instant,
  team: z.array(TeamMember).default([]),
})
export type TicketItem = z.infer<typeof TicketItem>

/** Without the author nobody could tell a marker of the Hub from a forged one: it must be there. */
const Entry = z.object({
  id: Id,
  content: Text,
  user: Pointer,
  date: Instant,
  date_creation: Instant,
})
export const FollowupItem = Entry.extend({ is_private: z.boolean() })
export const TaskItem = FollowupItem.extend({ state: z.number().int(), duration: z.number().nullable() })
export const SolutionItem = Entry.extend({ status: z.number().int().nullish() })
export type EntryItem = z.infer<typeof Entry>

export const EntityItem = z.object({ id: Id, name: Text, completename: Text })

export const UserItem = z.object({
  id: Id,
  username: Text,
  realname: Text,
  firstname: Text,
  is_active: z.boolean(),
  emails: z.array(z.object({ email: Text, is_default: z.boolean().nullish() })).nullish(),
})
export type UserItem = z.infer<typeof UserItem>

/** A row of a tree; the complete name counts. */
export const TreeItem = z.object({ id: Id, name: Text, completename: Text })

export const AssetItem = z.object({
  id: Id,
  name: Text,
  serial: Text,
  status: Pointer.optional(),
  location: Pointer.optional(),
  model: Pointer.optional(),
  entity: EntityPointer,
})
export type AssetItem = z.infer<typeof AssetItem>
