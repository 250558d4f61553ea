import type { Locale, SecurityLevel } from '@hub/contracts'
import type { NoticeKind } from '../message/notice-kinds.ts'

/** Where HTTP messages go. The URL is a secret: whoever knows it can write there. */
export interface HttpTarget {
  url: URL
  allowPrivate: boolean
  allowLoopback: boolean
  ca: string | undefined
}

/** The mail server for messages to our own staff. */
export interface MailRelay {
  host: string
  port: number
  /** TLS from the start; else STARTTLS, which is required unless `isPlain`. */
  isImplicitTls: boolean
  isPlain: boolean
  auth: { user: string; pass: string } | undefined
  ca: string | undefined
}

interface ToldChannel {
  name: string
  language: Locale
  kinds: ReadonlySet<NoticeKind>
  minLevel: SecurityLevel
  clients: string[] | undefined
  /** Attempts per minute at most, of all processes together. */
  perMinute: number
}

/** One place that is told about the gate, with its secrets read. */
export type Channel = ToldChannel &
  (
    | { type: 'teams' | 'slack'; target: HttpTarget }
    | { type: 'webhook'; target: HttpTarget; secret: string }
    | { type: 'email'; relay: MailRelay; from: string; to: string[] }
  )

/** The channels of a process and how their messages are worded. */
export interface Channels {
  timeZone: string
  all: Channel[]
}
