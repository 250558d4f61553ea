import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import type { ConnectionOptions } from 'node:tls'
import { AppError } from '@hub/contracts'
import { ConfigError, createResilience, type HttpLog, type Resilience } from '@hub/kernel'
import { domainName } from '../format/distinguished-name.ts'
import { type AccountRules, defaultAccountRules } from './account-rules.ts'

export interface DirectorySettings {
  /** DNS name of the domain; read from the base DN without it. */
  name?: string | undefined
  /** Names of the clients whose accounts it holds. */
  clients?: string[] | undefined
  /** Where the settings are written, for error messages; the AD_ variables without it. */
  place?: string | undefined
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
  /** DNS name in lower case. */
  name: string
  /** What people read in messages. */
  system: string
  clients: string[]
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
  const name = settingNames(settings.place)
  const url = URL.canParse(settings.url) ? new URL(settings.url) : undefined
  if (url?.protocol !== 'ldaps:') throw new ConfigError(`${name.url}: must be an ldaps:// address`)
  // An empty password binds as nobody, successfully (protocol section 1).
  if (settings.bindPassword === '') throw new ConfigError(`${name.bindPassword} is missing`)
  if (settings.bindDn === '') throw new ConfigError(`${name.bindDn} is missing`)
  if (!/DC=/i.test(settings.baseDn))
    throw new ConfigError(`${name.baseDn}: must end with the DC parts of the domain`)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const system = settings.name ? `Active Directory (${settings.name})` : 'Active Directory'
  return {
    name: (settings.name ?? domainName(settings.baseDn)).toLowerCase(),
    system,
    clients: settings.clients ?? [],
    url: settings.url,
    bindDn: settings.bindDn,
    bindPassword: settings.bindPassword,
    baseDn: settings.baseDn,
    tlsOptions: {
      minVersion: 'TLSv1.2',
      ...(isIP(host) === 0 && { servername: host }),
      ...(settings.caFile && { ca: readAuthority(settings.caFile, name.caFile) }),
    },
    connectTimeoutMs: settings.connectTimeoutMs ?? 5_000,
    timeoutMs: settings.timeoutMs ?? 10_000,
    rules: { ...defaultAccountRules, ...settings.rules },
    log: settings.log,
    resilience: createResilience({
      name: system,
      maxConcurrent: 8,
      retry: { attempts: 2, baseDelayMs: 250 },
      breaker: { failures: 5, openMs: 15_000 },
      isOutage: (error) => error instanceof AppError && error.reason === 'ad.configuration',
    }),
  }
}

function settingNames(place: string | undefined) {
  const named = (key: string, variable: string) => (place === undefined ? variable : `${place}: ${key}`)
  return {
    url: named('url', 'AD_URL'),
    bindDn: named('bindDn', 'AD_BIND_DN'),
    bindPassword: named('bindPassword', 'AD_BIND_PASSWORD'),
    baseDn: named('baseDn', 'AD_BASE_DN'),
    caFile: named('caFile', 'AD_CA_FILE'),
  }
}

function readAuthority(file: string, setting: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ConfigError(`${setting}: cannot read ${file}`, { cause })
  }
}
