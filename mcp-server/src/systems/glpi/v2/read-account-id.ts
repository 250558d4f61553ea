import { readShape } from '@hub/kernel'
import { UserItem } from './schemas.ts'
import type { V2Transport } from './transport.ts'

/** GLPI user id of the account behind the token (protocol section 2.4). */
export async function readAccountId(transport: V2Transport): Promise<number> {
  const answer = await transport.call({ path: '/Administration/User/Me' })
  return readShape(UserItem, answer.data, { system: 'GLPI', what: 'its account of the Hub' }).id
}
