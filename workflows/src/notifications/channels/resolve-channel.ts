import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Channel, HttpTarget } from './channel.ts'
import type { ChannelEntry } from './channel-file.ts'
import { addressProblem, parseUrl } from './check-address.ts'
import { parseRelay } from './parse-relay.ts'

/** What surrounds an entry of the file. */
export interface EntryPlace {
  /** Files that an entry names lie beside the file unless their path is whole. */
  folder: string
  allowLoopback: boolean
  /** @throws ConfigError at the line of the key */
  refuse(key: string, message: string): never
}

/** Reads the secrets of an entry and checks its addresses. */
export function resolveChannel(entry: ChannelEntry, place: EntryPlace): Channel {
  const { name, language, events, minLevel, clients, perMinute } = entry
  const told = { name, language, kinds: new Set(events), minLevel, clients, perMinute }
  switch (entry.type) {
    case 'teams':
    case 'slack':
      return { ...told, type: entry.type, target: httpTarget(entry, place) }
    case 'webhook':
      return {
        ...told,
        type: 'webhook',
        target: httpTarget(entry, place),
        secret: signingSecret(entry, place),
      }
    case 'email': {
      const url = secretOf(entry, 'smtpUrl', place)
      const relay = parseRelay(url, { allowPlainLoopback: place.allowLoopback, ca: authority(entry, place) })
      if (typeof relay === 'string') return place.refuse('smtpUrl', relay)
      return { ...told, type: 'email', relay, from: entry.from, to: entry.to }
    }
  }
}

function httpTarget(entry: Exclude<ChannelEntry, { type: 'email' }>, place: EntryPlace): HttpTarget {
  const url = parseUrl(secretOf(entry, 'url', place))
  if (!url) return place.refuse('url', 'is no address')
  const { allowLoopback } = place
  const target = { url, allowPrivate: entry.allowPrivate, allowLoopback, ca: authority(entry, place) }
  const problem = addressProblem(target)
  return problem === undefined ? target : place.refuse('url', problem)
}

/** 24 to 64 random bytes (Standard Webhooks). */
function signingSecret(entry: Extract<ChannelEntry, { type: 'webhook' }>, place: EntryPlace): string {
  const secret = secretOf(entry, 'secret', place)
  const [, encoded] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? []
  const { length } = Buffer.from(encoded ?? '', 'base64')
  if (length < 24 || length > 64) place.refuse('secret', 'must be whsec_ and 24 to 64 bytes in base64')
  return secret
}

/** The value of `key`, or what the file of `<key>File` holds. */
function secretOf(entry: object, key: 'url' | 'secret' | 'smtpUrl', place: EntryPlace): string {
  const values = entry as Record<string, unknown>
  const [value, file] = [values[key], values[`${key}File`]]
  if ((value === undefined) === (file === undefined))
    return place.refuse(key, `set either ${key} or ${key}File`)
  return typeof value === 'string' ? value : read(String(file), { place, key: `${key}File` }).trim()
}

function authority({ caFile }: ChannelEntry, place: EntryPlace): string | undefined {
  return caFile === undefined ? undefined : read(caFile, { place, key: 'caFile' })
}

function read(file: string, { place, key }: { place: EntryPlace; key: string }): string {
  try {
    return readFileSync(resolve(place.folder, file), 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return place.refuse(key, `cannot be read (${code})`)
  }
}
