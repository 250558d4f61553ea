import { type BerReader, ModifyRequest } from 'ldapts'
import type { Domain } from '../../domain.ts'
import type { RequestEnvelope } from '../../protocol/read-message.ts'
import { ControlOid } from '../../search/supported-controls.ts'
import { resolveDn } from '../../tree/resolve-dn.ts'
import { checkUniqueNames } from '../check-unique-names.ts'
import { commitEntry } from '../commit-entry.ts'
import type { WriteRequest } from '../write-request.ts'
import { applyChange } from './apply-change.ts'
import { checkWritable, storedValues, writableType } from './check-change.ts'
import type { Draft } from './draft.ts'
import { finishAccount } from './finish-account.ts'

function decode(body: BerReader): ModifyRequest {
  const request = new ModifyRequest({ messageId: 0 })
  request.parse(body, [])
  return request
}

/** Decode a modify request (RFC 4511 section 4.6) into the work it asks for. */
export function readModify({ body, controls }: RequestEnvelope): WriteRequest {
  const request = decode(body)
  const isPermissive = controls.some(({ oid }) => oid === ControlOid.permissiveModify)
  return {
    dn: request.dn,
    attributes: request.changes.map(({ operation, modification }) => `${operation} ${modification.type}`),
    run: (domain) => modify(domain, { request, isPermissive }),
  }
}

/** All changes or none: they are applied to a draft, which replaces the entry once every check has passed. */
async function modify(
  domain: Domain,
  { request, isPermissive }: { request: ModifyRequest; isPermissive: boolean },
): Promise<void> {
  const draft: Draft = { domain, entry: resolveDn(domain, request.dn), isPermissive }
  let hasSetPwdLastSet = false
  for (const { operation, modification } of request.changes) {
    const type = writableType(modification.type)
    checkWritable(draft.entry, type)
    applyChange(draft, { operation, type, values: storedValues(type, modification.parsedBuffers) })
    hasSetPwdLastSet ||= type.name === 'pwdLastSet'
  }
  finishAccount(draft, { hasSetPwdLastSet })
  checkUniqueNames(domain, draft.entry)
  await commitEntry(domain, draft)
}
