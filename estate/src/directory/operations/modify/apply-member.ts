import { alreadyExists, unwilling } from '../../protocol/diagnostics.ts'
import { dnKey } from '../../tree/distinguished-name.ts'
import { valuesOf, withValues } from '../../tree/entry.ts'
import { resolveDn } from '../../tree/resolve-dn.ts'
import type { AttributeChange, Draft } from './draft.ts'

/**
 * Change the members of a group. Throws 68 (00000562) for one that is already there, 53 (00000561) for removing
 * one that is not, 32 for a name that does not exist.
 */
export function applyMember(draft: Draft, { operation, values }: AttributeChange): void {
  const present = valuesOf(draft.entry, 'member')
  const known = new Set(present.map((dn) => dnKey(dn)))
  if (operation === 'delete') {
    const unwanted = new Set(values.map((dn) => dnKey(dn)))
    if (!draft.isPermissive && [...unwanted].some((key) => !known.has(key))) throw unwilling('00000561')
    setMembers(draft, values.length === 0 ? [] : present.filter((dn) => !unwanted.has(dnKey(dn))))
    return
  }
  const targets = values.map((dn) => resolveDn(draft.domain, dn).dn)
  if (operation === 'replace') {
    setMembers(draft, targets)
    return
  }
  const fresh = targets.filter((dn) => !known.has(dnKey(dn)))
  if (fresh.length < targets.length && !draft.isPermissive) throw alreadyExists('00000562')
  setMembers(draft, [...present, ...fresh])
}

function setMembers(draft: Draft, member: readonly string[]): void {
  draft.entry = withValues(draft.entry, { member })
}
