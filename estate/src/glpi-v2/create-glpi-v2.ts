import type { Router } from 'express'
import type { GlpiServer } from '../glpi/call.ts'
import { createSystem, type SystemControl } from '../wire/system.ts'
import type { V2Access } from './call.ts'
import { createTokens } from './oauth/tokens.ts'
import { glpiV2Router } from './router.ts'

/** What tests may do to the High-Level API of the demo GLPI. */
export interface GlpiV2Control extends SystemControl {
  /** Ends the access tokens; the refresh tokens stay good. */
  expireTokens(): void
  /** Ends the refresh tokens too. */
  revokeTokens(): void
  /** How many times the token endpoint gave tokens. */
  issuedTokens(): number
}

export interface GlpiV2Options {
  /** The demo GLPI whose database and rules stand behind both APIs. */
  glpi: GlpiServer
  access: V2Access
  /** Life of an access token; 3600 s unless told. */
  tokenSeconds?: number | undefined
}

/** The High-Level API v2 of the demo GLPI: its router (to mount at api.php) and its control. */
export function createGlpiV2({ glpi, access, tokenSeconds = 3600 }: GlpiV2Options): {
  router: Router
  control: GlpiV2Control
} {
  const tokens = createTokens(glpi.clock, tokenSeconds)
  const system = createSystem(glpiV2Router({ glpi, access, tokens }), glpi.clock)
  const control: GlpiV2Control = {
    ...system.control,
    expireTokens: tokens.expireAll,
    revokeTokens: tokens.revokeAll,
    issuedTokens: tokens.issued,
  }
  return { router: system.router, control }
}
