import { z } from 'zod'

/** GLPI 9.5 on older drivers answers numbers as strings (protocol section 1.1). */
const WholeNumber = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
])
const Id = WholeNumber.pipe(z.number().int().nonnegative())
const Flag = z.union([z.boolean(), WholeNumber.transform((value) => value !== 0)])
const Text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
/** `YYYY-MM-DD HH:MM:SS` in the time zone of the server. */
const LocalTime = z
  .string()
  .nullish()
  .transform((value) => (value === undefined || value === '' ? null : value))

/** Present when asked for with `add_keys_names`; PHP writes an empty map as a list. */
const KeyNames = z
  .union([
    z.record(z.string(), z.unknown()),
    z.array(z.unknown()).transform((): Record<string, unknown> => ({})),
  ])
  .default({})

export const SessionOpened = z.object({ session_token: z.string().min(1) })
export const FullSession = z.object({ session: z.object({ glpiID: Id }) })

export const TicketRow = z.object({
  id: Id,
  entities_id: Id,
  name: Text,
  content: Text,
  status: WholeNumber,
  type: WholeNumber,
  urgency: WholeNumber,
  priority: WholeNumber,
  itilcategories_id: Id.nullish().transform((id) => id ?? 0),
  date: LocalTime,
  date_mod: LocalTime,
  solvedate: LocalTime,
  closedate: LocalTime,
  /** Who opened it; null for an anonymous one. */
  users_id_recipient: Id.nullish(),
  is_deleted: Flag,
  _keys_names: KeyNames,
})
export type TicketRow = z.infer<typeof TicketRow>

export const TicketUserRow = z.object({
  id: Id,
  users_id: Id,
  type: WholeNumber,
  alternative_email: Text,
})
export type TicketUserRow = z.infer<typeof TicketUserRow>

export const GroupTicketRow = z.object({ id: Id, groups_id: Id, type: WholeNumber, _keys_names: KeyNames })
export type GroupTicketRow = z.infer<typeof GroupTicketRow>

/** What every entry of a thread has. */
export const EntryRow = z.object({
  id: Id,
  users_id: Id,
  content: Text,
  is_private: Flag,
  date: LocalTime,
  date_creation: LocalTime,
})
export type EntryRow = z.infer<typeof EntryRow>

/** `actiontime` in seconds; states as in protocol section 1.8. */
export const TaskRow = EntryRow.extend({ state: WholeNumber, actiontime: WholeNumber })

export const SolutionRow = z.object({
  id: Id,
  users_id: Id,
  content: Text,
  date_creation: LocalTime,
  status: WholeNumber,
})

export const EntityRow = z.object({
  id: Id,
  name: Text,
  completename: Text,
  town: Text,
  phonenumber: Text,
  email: Text,
  admin_email: Text,
})

export const UserRow = z.object({
  id: Id,
  name: Text,
  realname: Text,
  firstname: Text,
  is_active: Flag.default(true),
})
export type UserRow = z.infer<typeof UserRow>

export const ItemAdded = z.object({ id: Id })

const Scalar = z.union([z.string(), z.number(), z.null()])
/** One cell of a search: a value, several, or none (protocol section 1.6). */
export const Cell = z.union([Scalar, z.array(Scalar)])
export type Cell = z.infer<typeof Cell>
export const SearchRow = z.record(z.string(), Cell)
export type SearchRow = z.infer<typeof SearchRow>
export const SearchResult = z.object({
  totalcount: WholeNumber,
  /** Missing when nothing matched. */
  data: z
    .union([z.array(SearchRow), z.record(z.string(), SearchRow).transform((rows) => Object.values(rows))])
    .default([]),
})

/** `["CODE", message]`; the message is localised, sometimes HTML, sometimes a list (protocol section 1.2). */
export const ErrorEnvelope = z.tuple([z.string().regex(/^ERROR/), z.unknown()]).rest(z.unknown())
