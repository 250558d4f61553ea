import { AppError, UpstreamError } from '@hub/contracts'
import type { AccountRecord } from '../format/account.ts'
import {
  type AccountRef,
  accountLabel,
  accountNotFound,
  ambiguous,
  findAccount,
  loginOf,
} from './find-account.ts'
import type { Directory } from './settings.ts'
import { readingConnection } from './with-connection.ts'

export interface Located {
  directory: Directory
  record: AccountRecord
  /** Domains that could not be asked. */
  unasked: string[]
}

/**
 * The one account of that name in all domains, for reading. A domain that does not answer is told, not hidden.
 * @throws as `findAccount`; UpstreamError `ad.domain_unreachable` when it may be where nobody answered
 */
export async function locateForReading(
  directories: readonly Directory[],
  ref: AccountRef,
  signal?: AbortSignal,
): Promise<Located> {
  const asked = domainsOf(directories, ref)
  const [only] = asked
  if (only !== undefined && asked.length === 1)
    return { directory: only, record: await findIn(only, ref, signal), unasked: [] }
  return oneOf(loginOf(ref), await Promise.all(asked.map((directory) => tryFind(directory, ref, signal))))
}

/**
 * The same before a change: when a domain does not answer, the name must say its domain, as the account could be
 * another one.
 */
export async function locateForChange(
  directories: readonly Directory[],
  ref: AccountRef,
  signal?: AbortSignal,
): Promise<Located> {
  const located = await locateForReading(directories, ref, signal)
  if (located.unasked.length > 0) throw unreachable(loginOf(ref), located.unasked)
  return located
}

/** The domains where an account of this name can be: the one it says, or every one. */
export function domainsOf(directories: readonly Directory[], ref: AccountRef): Directory[] {
  const login = loginOf(ref)
  const said = typeof ref === 'object' && ref.domain ? ref.domain : login.slice(login.lastIndexOf('@') + 1)
  const named = directories.filter(({ name }) => name === said.toLowerCase())
  return named.length > 0 ? named : [...directories]
}

type Answer =
  | { kind: 'found'; located: Located }
  | { kind: 'several'; candidates: string }
  | { kind: 'absent' }
  | { kind: 'unasked'; name: string }

async function tryFind(directory: Directory, ref: AccountRef, signal?: AbortSignal): Promise<Answer> {
  try {
    const record = await findIn(directory, ref, signal)
    return { kind: 'found', located: { directory, record, unasked: [] } }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.reason === 'ad.user_not_found') return { kind: 'absent' }
    if (error.reason === 'ad.ambiguous')
      return { kind: 'several', candidates: String(error.params.candidates) }
    if (error.code === 'UPSTREAM_FAILED') return { kind: 'unasked', name: directory.name }
    throw error
  }
}

function oneOf(login: string, answers: Answer[]): Located {
  const found = answers.flatMap((answer) => (answer.kind === 'found' ? [answer.located] : []))
  const several = answers.flatMap((answer) => (answer.kind === 'several' ? [answer.candidates] : []))
  const unasked = answers.flatMap((answer) => (answer.kind === 'unasked' ? [answer.name] : []))
  const [one] = found
  if (found.length > 1 || several.length > 0)
    throw ambiguous(login, [...found.map(({ record }) => accountLabel(record.account)), ...several])
  if (one !== undefined) return { ...one, unasked }
  throw unasked.length > 0 ? unreachable(login, unasked) : accountNotFound(login)
}

const findIn = (directory: Directory, ref: AccountRef, signal?: AbortSignal) =>
  readingConnection(directory, (client) => findAccount(directory, client, ref), signal)

function unreachable(login: string, names: string[]): UpstreamError {
  const domains = names.join(', ')
  return new UpstreamError(
    `${domains} cannot be asked for account ${login}: say the domain of the account (user@domain)`,
    { reason: 'ad.domain_unreachable', params: { login, domains } },
  )
}
