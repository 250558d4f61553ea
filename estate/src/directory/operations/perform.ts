import type { OperationName } from '../control/faults.ts'
import type { WriteLog } from '../control/write-log.ts'
import { decoded } from '../protocol/decoded.ts'
import { unsupportedControl } from '../protocol/diagnostics.ts'
import { LdapError, ResultCode } from '../protocol/ldap-error.ts'
import type { RequestEnvelope } from '../protocol/read-message.ts'
import type { WireEntry } from '../protocol/write-response.ts'
import { supportedControls } from '../search/supported-controls.ts'
import { requireWriter, type Session } from '../session.ts'
import { readAdd } from './add.ts'
import { bind } from './bind.ts'
import { compare } from './compare.ts'
import { readDelete } from './delete.ts'
import { extended } from './extended.ts'
import { readModify } from './modify/modify.ts'
import { readModifyDn } from './modify-dn.ts'
import { search } from './search.ts'
import type { WriteRequest } from './write-request.ts'

/** What an operation answers when it did not fail. */
export interface Answer {
  code?: number
  entries?: WireEntry[]
  references?: string[]
  pageCookie?: Buffer
  exop?: { value: string }
}

export interface Performance {
  name: OperationName
  session: Session
  envelope: RequestEnvelope
  writes: WriteLog
}

const readers: Partial<Record<OperationName, (envelope: RequestEnvelope) => WriteRequest>> = {
  modify: readModify,
  add: readAdd,
  delete: readDelete,
  modifyDn: readModifyDn,
}

/** Do what one request asks. Throws LdapError for every refusal of the domain. */
export async function perform({ name, session, envelope, writes }: Performance): Promise<Answer> {
  const isUnknown = ({ oid, isCritical }: { oid: string; isCritical: boolean }) =>
    isCritical && !supportedControls.includes(oid)
  if (envelope.controls.some(isUnknown)) throw unsupportedControl()
  switch (name) {
    case 'bind':
      await bind(session, envelope.body)
      return {}
    case 'search':
      return search(session, envelope)
    case 'compare':
      return { code: compare(session, envelope.body) }
    case 'extended':
      return { exop: extended(session, envelope.body) }
    default: {
      const read = readers[name]
      if (read) await write({ name, session, writes, request: decoded(() => read(envelope)) })
      return {}
    }
  }
}

type Write = Omit<Performance, 'envelope'> & { request: WriteRequest }

async function write({ name, session, writes, request }: Write): Promise<void> {
  const { domain } = session
  const log = (code: number) =>
    writes.add({
      at: new Date(domain.now()).toISOString(),
      operation: name,
      dn: request.dn,
      attributes: request.attributes,
      code,
    })
  try {
    requireWriter(session)
    await domain.exclusive(() => request.run(domain))
    log(ResultCode.success)
  } catch (error) {
    log(error instanceof LdapError ? error.code : ResultCode.operationsError)
    throw error
  }
}
