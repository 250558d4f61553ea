import { readShape } from '@hub/kernel'
import { FullSession } from '../schemas.ts'
import type { GlpiTransport } from './transport.ts'

/** GLPI user id of the account of the session (protocol section 1.3). */
export async function readAccountId(transport: GlpiTransport): Promise<number> {
  const answer = await transport.call({ path: '/getFullSession' })
  return readShape(FullSession, answer.data, { system: 'GLPI', what: 'the session' }).session.glpiID
}
