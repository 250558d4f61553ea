import { readFileSync } from 'node:fs'
import { ConfigError, type HttpLog } from '@hub/kernel'
import addressparser from 'nodemailer/lib/addressparser'
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import { z } from 'zod'

export interface MailSettings {
  /** `smtps://host:port`, or `smtp://host:port` with STARTTLS; may carry user and password. */
  url: string
  user?: string | undefined
  password?: string | undefined
  /** Sender: `Name <address>` or an address. */
  from?: string | undefined
  /** PEM file of the authority that signed the certificate; the system's own authorities without it. */
  caFile?: string | undefined
  /** Longest silence of the server. Default 20 s. */
  timeoutMs?: number | undefined
  log?: HttpLog | undefined
}

export interface Sender {
  name: string
  address: string
}

/** Settings after the checks. */
export interface MailServer {
  connection: SMTPConnectionOptions
  auth: { user: string; pass: string } | undefined
  from: Sender
  log: HttpLog | undefined
}

const loopback = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/

/**
 * Checks the settings once, at start. Only a server on this machine may go without encryption.
 * @throws ConfigError naming the wrong one, never its value
 */
export function checkMailSettings(settings: MailSettings): MailServer {
  const url = URL.canParse(settings.url) ? new URL(settings.url) : undefined
  if (url === undefined || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw new ConfigError('SMTP_URL: must be an smtps:// or smtp:// address')
  if (url.search !== '' || url.hash !== '' || !/^\/?$/.test(url.pathname))
    throw new ConfigError('SMTP_URL: must hold nothing after the port')
  const secure = url.protocol === 'smtps:'
  const timeoutMs = settings.timeoutMs ?? 20_000
  return {
    connection: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
      secure,
      requireTLS: !secure && !loopback.test(url.hostname),
      tls: {
        minVersion: 'TLSv1.2',
        ...(settings.caFile !== undefined && { ca: readAuthority(settings.caFile) }),
      },
      connectionTimeout: Math.min(timeoutMs, 10_000),
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
    },
    auth: loginOf(settings, url),
    from: senderOf(settings.from),
    log: settings.log,
  }
}

function loginOf(settings: MailSettings, url: URL): MailServer['auth'] {
  const user = settings.user ?? decodeURIComponent(url.username)
  const pass = settings.password ?? decodeURIComponent(url.password)
  if ((user === '') !== (pass === ''))
    throw new ConfigError('SMTP_USER and SMTP_PASSWORD: set both or neither')
  return user === '' ? undefined : { user, pass }
}

function senderOf(from = ''): Sender {
  const [sender, ...more] = addressparser(from, { flatten: true })
  const address = z.email().safeParse(sender?.address)
  if (!address.success || more.length > 0)
    throw new ConfigError('MAIL_FROM: must be one address, e.g. Support <support@example.org>')
  return { name: sender?.name ?? '', address: address.data }
}

function readAuthority(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ConfigError(`SMTP_CA_FILE: cannot read ${file}`, { cause })
  }
}
