import { type Domain, domainPolicy } from '../domain.ts'
import { hashPassword, verifyPassword } from '../password/hash-password.ts'
import { toFileTime } from '../schema/account-control.ts'
import { attributeType } from '../schema/attribute-types.ts'
import { type Entry, firstValue, withValues } from '../tree/entry.ts'
import type { Fault, FaultQueue } from './faults.ts'
import type { WriteLog, WriteRecord } from './write-log.ts'

/** The side door of the demo domain, for scenarios and tests; nothing of it is reachable over LDAP. */
export interface DirectoryControl {
  /** Lock an account as if its owner had typed a wrong password too often. */
  lock(login: string): Promise<void>
  /** Give an account a password, past every policy; it counts as set now. */
  setPassword(login: string, password: string): Promise<void>
  /** Whether this is the account's password; does not count as a logon. */
  passwordMatches(login: string, password: string): Promise<boolean>
  /** Set attributes by schema name, past every rule; an empty list removes one. */
  setAttributes(login: string, attributes: Record<string, readonly string[]>): Promise<void>
  /** Name and stored attributes of an account or group, or undefined. */
  find(login: string): Entry | undefined
  /** Write requests so far, oldest first. */
  writes(): readonly WriteRecord[]
  clearWrites(): void
  /** Make something go wrong once, with the next operation it is meant for. */
  fault(fault: Fault): void
  clearFaults(): void
  /** Close every open connection, as a restart of the domain controller would. */
  dropConnections(): void
}

export interface ControlParts {
  domain: Domain
  faults: FaultQueue
  writes: WriteLog
  dropConnections: () => void
}

/** Build the side door of a running directory. Its functions throw for a logon name that does not exist. */
export function directoryControl({
  domain,
  faults,
  writes,
  dropConnections,
}: ControlParts): DirectoryControl {
  const account = (login: string): Entry => {
    const entry = domain.tree.bySamAccountName(login)
    if (!entry) throw new Error(`No account is named ${login}`)
    return entry
  }
  const setAttributes: DirectoryControl['setAttributes'] = (login, attributes) =>
    domain.exclusive(async () => {
      const unknown = Object.keys(attributes).find((name) => attributeType(name)?.name !== name)
      if (unknown) throw new Error(`The schema has no attribute ${unknown}`)
      domain.tree.put(withValues(account(login), attributes))
      await domain.save()
    })
  const now = () => String(toFileTime(domain.now()))
  return {
    setAttributes,
    lock: (login) =>
      setAttributes(login, {
        lockoutTime: [now()],
        badPwdCount: [String(domainPolicy.lockoutThreshold)],
        badPasswordTime: [now()],
      }),
    setPassword: async (login, password) => {
      domain.passwords.set(firstValue(account(login), 'objectGUID'), await hashPassword(password))
      await setAttributes(login, { pwdLastSet: [now()] })
    },
    passwordMatches: async (login, password) => {
      const stored = domain.passwords.get(firstValue(account(login), 'objectGUID'))
      return stored !== undefined && verifyPassword(password, stored)
    },
    find: (login) => domain.tree.bySamAccountName(login),
    writes: () => writes.list(),
    clearWrites: () => writes.clear(),
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    dropConnections,
  }
}
