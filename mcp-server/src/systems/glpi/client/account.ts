import { readShape } from '@hub/kernel'
import { FullSession } from '../schemas.ts'
import type { GlpiTransport } from './transport.ts'

export interface GlpiAccount {
  /** GLPI user id of the account that the Hub works with. */
  id(): Promise<number>
}

/** The account of the session (protocol section 1.3), asked once. No caller's signal: many wait for the one answer. */
export function createAccount(transport: GlpiTransport): GlpiAccount {
  let asked: Promise<number> | undefined
  return {
    id() {
      asked ??= readId(transport).catch((error: unknown) => {
        asked = undefined
        throw error
      })
      return asked
    },
  }
}

async function readId(transport: GlpiTransport): Promise<number> {
  const answer = await transport.call({ path: '/getFullSession' })
  return readShape(FullSession, answer.data, { system: 'GLPI', what: 'the session' }).session.glpiID
}
