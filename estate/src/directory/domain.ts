import type { DomainNames } from './domain-names.ts'
import type { exclusive } from './exclusive.ts'
import type { PasswordHash } from './password/hash-password.ts'
import type { Tree } from './tree/tree.ts'

/** Rules of the domain; durations in milliseconds. */
export const domainPolicy = {
  minPasswordLength: 12,
  maxPasswordAgeMs: 90 * 24 * 3600 * 1000,
  lockoutThreshold: 5,
} as const

/** The logon name of the account the Hub binds with, the only one that may write. */
export const serviceLogin = 'svc-hub'

export interface DirectoryLimits {
  /** Most entries of one answer without paging. */
  maxPageSize: number
  /** Most values of one attribute before the answer is ranged. */
  maxValueRange: number
  /** A connection silent for this long is closed. */
  idleMs: number
  /** A lockout ends by itself after this long; Infinity means that only an administrator ends it. */
  lockoutDurationMs: number
}

export const defaultLimits: DirectoryLimits = {
  maxPageSize: 1000,
  maxValueRange: 1500,
  idleMs: 900_000,
  lockoutDurationMs: Number.POSITIVE_INFINITY,
}

/** The numbers that grow: next relative id of a new account and the update sequence number. */
export interface Counters {
  nextRid: number
  usn: number
}

/** The state of the domain and what every operation needs from its surroundings. */
export interface Domain {
  names: DomainNames
  tree: Tree
  /** Password hashes by objectGUID (hex). They are not part of an entry, so no search can show them. */
  passwords: Map<string, PasswordHash>
  counters: Counters
  limits: DirectoryLimits
  now(): number
  /** Run one piece of work at a time: checks and the change that rests on them are never interleaved. */
  exclusive: ReturnType<typeof exclusive>
  /** Make the present state durable; resolves when it is. */
  save(): Promise<void>
}
