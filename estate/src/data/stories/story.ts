import type { Sector } from '../clients.ts'

/** What a party says in a ticket thread. */
export interface Exchange {
  by: 'technician' | 'requester'
  text: string
  /** A note the client does not see. */
  isPrivate?: boolean
}

/**
 * A kind of ticket, from the request to its solution. Texts hold slots in braces, filled per ticket:
 * {prenom} {nom} {login} {client} {ville} {fai} {poste} {switch} {imprimante} {bureau} {collegue}.
 */
export interface Story {
  /** Clients it can happen to; every one unless told. */
  sectors?: readonly Sector[]
  /** ITILCategory id. */
  category: number
  /** GLPI type: 1 incident, 2 request. */
  type: 1 | 2
  urgency: 2 | 3 | 4 | 5
  titles: readonly string[]
  requests: readonly string[]
  /** Alternative threads; one is chosen. */
  threads: readonly (readonly Exchange[])[]
  task?: string
  solutions: readonly string[]
}

/** A public message of the technician. */
export const tech = (text: string): Exchange => ({ by: 'technician', text })

/** An answer of the requester. */
export const user = (text: string): Exchange => ({ by: 'requester', text })

/** A private note of the technician. */
export const note = (text: string): Exchange => ({ by: 'technician', text, isPrivate: true })
