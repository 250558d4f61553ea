import type { Domain } from '../domain.ts'
import { unwilling, updateProblem } from '../protocol/diagnostics.ts'
import { ResultCode } from '../protocol/ldap-error.ts'
import type { RequestEnvelope } from '../protocol/read-message.ts'
import { ControlOid } from '../search/supported-controls.ts'
import { type Entry, firstValue } from '../tree/entry.ts'
import { replaceLinks } from '../tree/replace-links.ts'
import { resolveDn } from '../tree/resolve-dn.ts'
import type { WriteRequest } from './write-request.ts'

/** Decode a delete request: its whole content is the name. */
export function readDelete({ body, controls }: RequestEnvelope): WriteRequest {
  const dn = body.buffer.toString('utf8')
  const isTree = controls.some(({ oid }) => oid === ControlOid.treeDelete)
  return { dn, attributes: [], run: (domain) => remove(domain, { dn, isTree }) }
}

/**
 * Delete an entry, with everything below it when the tree-delete control is there. Links to what is gone go too.
 * Throws 32, 66 (00002015) for an entry with children, 53 (0000055B) for the domain's own objects.
 */
async function remove(domain: Domain, { dn, isTree }: { dn: string; isTree: boolean }): Promise<void> {
  const entries = domain.tree.subtree(resolveDn(domain, dn).dn)
  if (entries.length > 1 && !isTree) {
    throw updateProblem({
      code: ResultCode.notAllowedOnNonLeaf,
      win32: '00002015',
      problem: '6003 (CANT_ON_NON_LEAF)',
    })
  }
  if (entries.some(isCritical)) throw unwilling('0000055B')
  for (const entry of entries) {
    domain.tree.remove(entry.dn)
    domain.passwords.delete(firstValue(entry, 'objectGUID'))
    replaceLinks(domain.tree, { from: entry.dn, to: undefined })
  }
  domain.counters.usn += 1
  await domain.save()
}

function isCritical(entry: Entry): boolean {
  return firstValue(entry, 'isCriticalSystemObject') === 'TRUE'
}
