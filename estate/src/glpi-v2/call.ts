import type { GlpiCall, GlpiReply, GlpiServer } from '../glpi/call.ts'
import type { QueryTree } from '../glpi/php-query.ts'
import type { Tokens } from './oauth/tokens.ts'

/** The OAuth client of the Hub and the account behind it. */
export interface V2Access {
  clientId: string
  clientSecret: string
  username: string
  password: string
}

/** The High-Level API stands on the same GLPI as the legacy one. */
export interface V2Server {
  glpi: GlpiServer
  access: V2Access
  tokens: Tokens
}

/** One request whose token has been checked. */
export interface V2Call {
  server: V2Server
  query: QueryTree
  body: Record<string, unknown>
  /** The same request as the rules of GLPI see it: who asks, and in which entities. */
  glpi: GlpiCall
}

export type V2Reply = GlpiReply
