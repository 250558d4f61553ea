import { readShape } from '@hub/kernel'
import { UserItem } from './schemas.ts'
import type { V2Transport } from './transport.ts'

export interface V2Account {
  /** GLPI user id of the account that the Hub works with. */
  id(): Promise<number>
}

/** The account behind the token (protocol section 2.4), asked once. No caller's signal: many wait for the one answer. */
export function createAccount(transport: V2Transport): V2Account {
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

async function readId(transport: V2Transport): Promise<number> {
  const answer = await transport.call({ path: '/Administration/User/Me' })
  return readShape(UserItem, answer.data, { system: 'GLPI', what: 'its account of the Hub' }).id
}
