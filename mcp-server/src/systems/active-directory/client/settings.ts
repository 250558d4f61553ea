import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import type { ConnectionOptions } from 'node:tls'
import { AppError } from '@hub/contracts'
import { ConfigError, createResilience, type HttpLog, type Resilience } from '@hub/kernel'
import { type AccountRules, defaultAccountRules } from './account-rules.ts'

export interface DirectorySettings {
  /** `ldaps://` only: passwords are written over this connection. */
  url: string
  bindDn: string
  bindPassword: string
  /** Where accounts are looked for. */
  baseDn: string
  /** PEM file of the authority that signed the certificate; the system's own authorities without it. */
  caFile?: string | undefined
  connectTimeoutMs?: number | undefined
  /** Limit of one operation. */
  timeoutMs?: number | undefined
  rules?: Partial<AccountRules> | undefined
  log?: HttpLog | undefined
}

/** Settings after the checks, with their defaults. */
export interface Directory {
  url: string
  bindDn: string
  bindPassword: string
  baseDn: string
  tlsOptions: ConnectionOptions
  connectTimeoutMs: number
  timeoutMs: number
  rules: AccountRules
  log: HttpLog | undefined
  /** Leaves a directory alone that fails again and again; a refused bind counts, as it would lock the account. */
  resilience: Resilience
}

/**
 * Checks the settings once, at start.
 * @throws ConfigError naming the wrong one
 */
export function checkSettings(settings: DirectorySettings): Directory {
  const url = URL.canParse(settings.url) ? new URL(settings.url) : undefined
  if (url?.protocol !== 'ldaps:') throw new ConfigError('AD_URL: must be an ldaps:// address')
  // An empty password binds as nobody, successfully (protocol section 1).
  if (settings.bindPassword === '') throw new ConfigError('AD_BIND_PASSWORD is missing')
  if (settings.bindDn === '') throw new ConfigError('AD_BIND_DN is missing')
  if (!/DC=/i.test(settings.baseDn))
    throw new ConfigError('AD_BASE_DN: must end with the DC parts of the domain')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return {
    url: settings.url,
    bindDn: settings.bindDn,
    bindPassword: settings.bindPassword,
    baseDn: settings.baseDn,
    tlsOptions: {
      minVersion: 'TLSv1.2',
      ...(isIP(host) === 0 && { servername: host }),
      ...(settings.caFile && { ca: readAuthority(settings.caFile) }),
    },
    connectTimeoutMs: settings.connectTimeoutMs ?? 5_000,
    timeoutMs: settings.timeoutMs ?? 10_000,
    rules: { ...defaultAccountRules, ...settings.rules },
    log: settings.log,
    resilience: createResilience({
      name: 'Active Directory',
      maxConcurrent: 8,
      retry: { attempts: 2, baseDelayMs: 250 },
      breaker: { failures: 5, openMs: 15_000 },
      isOutage: (error) => error instanceof AppError && error.reason === 'ad.configuration',
    }),
  }
}

function readAuthority(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ConfigError(`AD_CA_FILE: cannot read ${file}`, { cause })
  }
}
