import { readShape } from '@hub/kernel'
import { ItemAdded } from '../schemas.ts'
import type { GlpiTransport } from './transport.ts'

/** One POST of one item (protocol section 1.7). Out: its id. @throws ConflictError `glpi.refused` */
export async function addItem(
  transport: GlpiTransport,
  { itemtype, input, what }: { itemtype: string; input: Record<string, unknown>; what: string },
  signal?: AbortSignal,
): Promise<number> {
  const answer = await transport.call({
    method: 'POST',
    path: `/${itemtype}/`,
    body: { input },
    ...(signal && { signal }),
  })
  return readShape(ItemAdded, answer.data, { system: 'GLPI', what }).id
}
