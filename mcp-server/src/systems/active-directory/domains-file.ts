import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ConfigError } from '@hub/kernel'
import { parse } from 'yaml'
import { z } from 'zod'
import type { DirectorySettings } from './client/settings.ts'

const Names = z.array(z.string().trim().min(1))

const DomainEntry = z
  .object({
    name: z
      .string()
      .toLowerCase()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be the DNS name of the domain'),
    clients: Names.default([]),
    url: z.url({ protocol: /^ldaps$/, error: 'must be an ldaps:// address' }),
    bindDn: z.string().min(1),
    bindPassword: z.string().min(1).optional(),
    bindPasswordFile: z.string().min(1).optional(),
    baseDn: z.string().min(1),
    caFile: z.string().min(1).optional(),
    rules: z
      .object({
        servicePrefixes: Names,
        serviceContainers: Names,
        vipGroups: Names,
        privilegedGroups: Names,
        clientContainers: Names,
      })
      .partial()
      .strict()
      .optional(),
  })
  .strict()
  .refine(
    ({ bindPassword, bindPasswordFile }) => (bindPassword === undefined) !== (bindPasswordFile === undefined),
    'needs either bindPassword or bindPasswordFile',
  )

const DomainsFile = z.object({ domains: z.array(DomainEntry).min(1) }).strict()

/**
 * The domains of AD_DOMAINS_FILE, YAML or JSON. Files that it names are looked for beside it.
 * @throws ConfigError that names the wrong entry, never a value
 */
export function readDomainsFile(file: string): DirectorySettings[] {
  const parsed = DomainsFile.safeParse(readYaml(file))
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new ConfigError(`configuration: AD_DOMAINS_FILE: ${problems.join('; ')}`)
  }
  const beside = (name: string) => resolve(dirname(file), name)
  return parsed.data.domains.map(({ bindPassword, bindPasswordFile, caFile, ...domain }) => ({
    ...domain,
    place: `AD_DOMAINS_FILE: ${domain.name}`,
    bindPassword: bindPassword ?? readPassword(domain.name, beside(bindPasswordFile ?? '')),
    ...(caFile !== undefined && { caFile: beside(caFile) }),
  }))
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    // The parser's own message quotes the line it stumbled over, which may hold a password.
    const isUnread = cause instanceof Error && 'code' in cause && String(cause.code).startsWith('E')
    throw new ConfigError(
      `configuration: AD_DOMAINS_FILE: ${isUnread ? `cannot read ${file}` : 'is not valid YAML'}`,
    )
  }
}

function readPassword(domain: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (cause) {
    throw new ConfigError(`configuration: AD_DOMAINS_FILE: ${domain}: cannot read ${file}`, { cause })
  }
}
