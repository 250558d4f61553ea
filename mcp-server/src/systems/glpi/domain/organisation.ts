import type { NamedItem } from './ticket.ts'

/** A client: an entity of GLPI. */
export interface Entity {
  id: number
  name: string
  completeName: string
  town: string | null
  phone: string | null
  email: string | null
}

export interface ContactAddress {
  name: string | null
  address: string
}

export interface GlpiEntities {
  /** Entities whose complete name holds every word of `query`; those whose own name holds them all come first. */
  find(query: string, limit: number, signal?: AbortSignal): Promise<{ entities: Entity[]; total: number }>
  /** @throws NotFoundError `glpi.client_not_found` */
  get(entityId: number, signal?: AbortSignal): Promise<Entity>
  /**
   * E-mail addresses that GLPI holds for a client: those of the entity (contact, administrator) and of the contacts
   * of it and the entities below. Not checked, may hold the same address twice.
   */
  contacts(entityId: number, signal?: AbortSignal): Promise<ContactAddress[]>
}

export interface GlpiUser {
  id: number
  login: string
  /** "Jean Dupont", or the login. */
  name: string
  isActive: boolean
}

/** A user with the addresses that GLPI holds of them. */
export interface GlpiRequester {
  id: number
  login: string
  /** "Jean Dupont", or the login. */
  name: string
  emails: string[]
}

export interface GlpiUsers {
  /** Users by id with their addresses; those that cannot be seen are left out. */
  requesters(ids: number[], signal?: AbortSignal): Promise<GlpiRequester[]>
  /** Names of users by id ("Jean Dupont", or the login); ids that cannot be read are left out. */
  names(ids: number[], signal?: AbortSignal): Promise<Map<number, string>>
  /** One user, or undefined when it is gone or hidden from the Hub. */
  get(userId: number, signal?: AbortSignal): Promise<GlpiUser | undefined>
  /**
   * Users whose login or e-mail is `query`, else those whose first and last name hold its every word.
   * With `clientId` only users of that entity and those below it.
   */
  find(
    query: string,
    options: { limit: number; clientId?: number | undefined },
    signal?: AbortSignal,
  ): Promise<GlpiUser[]>
}

/** Groups and ticket categories, found by every word of a name; the ones of exactly that name first. */
export interface GlpiDropdowns {
  groups(query: string, limit: number, signal?: AbortSignal): Promise<NamedItem[]>
  categories(query: string, limit: number, signal?: AbortSignal): Promise<NamedItem[]>
}

export const assetTypes = ['computer', 'monitor', 'network', 'printer', 'phone', 'peripheral'] as const
export type AssetType = (typeof assetTypes)[number]

export interface Asset {
  id: number
  type: AssetType
  name: string
  model: string | null
  serial: string | null
  location: string | null
  /** What GLPI calls its status, in words. */
  state: string | null
  /** The entity that owns it, without the root of the tree. */
  clientName: string | null
}

export interface GlpiAssets {
  /** Assets of one type, of an entity and those below it, by name; and how many there are in total. */
  list(
    query: { clientId: number; type: AssetType; limit: number },
    signal?: AbortSignal,
  ): Promise<{ assets: Asset[]; total: number }>
}
