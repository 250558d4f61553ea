import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Directory, people, startDirectory } from '@hub/estate'
import { ConfigError, createLogger } from '@hub/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { McpEnv } from '../src/config.ts'
import {
  createDirectoryTools,
  type DirectoryClient,
  openDirectory,
} from '../src/systems/active-directory/index.ts'
import { carryOut, context } from './directory-world.ts'
import { failureOf } from './expect-failure.ts'

const key = 'k3J9-fPq2_Lx8vRz7Tn1mWb6YcD4sHg0'
const log = createLogger({ name: 'test' }, { write: () => undefined })
const byLogin = (...logins: string[]) => people.filter(({ login }) => logins.includes(login))

let folder: string
let main: Directory
let second: Directory
let client: DirectoryClient
let third: Directory

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-domains-'))
  main = await startDirectory({ people })
  second = await startDirectory({
    people: byLogin('marie.martin2', 'claire.fontaine', 'kevin.lopez'),
    dns: 'stjean.example',
  })
  third = await startDirectory({ people: byLogin('claire.fontaine', 'paul.martin'), dns: 'cabinet.example' })
  await second.control.setAttributes('marie.martin2', { sAMAccountName: ['anne.seule'] })
  client = await open([second])
})
afterAll(async () => {
  await Promise.all([main.close(), second.close()])
  await rm(folder, { recursive: true })
})

const clientsOf: Record<string, string[]> = { 'stjean.example': ['Clinique Saint-Jean'] }

async function fileOf(domains: Directory[], changes: Record<string, unknown> = {}): Promise<string> {
  const entries = await Promise.all(
    domains.map(async ({ url, bindDn, bindPassword, baseDn, caPem }) => {
      const name = baseDn.replaceAll('DC=', '').replaceAll(',', '.')
      await writeFile(join(folder, `${name}.pem`), caPem)
      await writeFile(join(folder, `${name}.password`), `${bindPassword}\n`)
      const files = { bindPasswordFile: `${name}.password`, caFile: `${name}.pem` }
      return { name, clients: clientsOf[name] ?? [], url, bindDn, baseDn, ...files, ...changes }
    }),
  )
  const file = join(folder, `domains-${Math.random()}.yaml`)
  await writeFile(file, stringify({ domains: entries }))
  return file
}

async function env(file: string): Promise<McpEnv> {
  await writeFile(join(folder, 'main.pem'), main.caPem)
  return McpEnv.parse({
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    MCP_ASSERTION_SECRET: key,
    HUB_ENCRYPTION_KEY: key,
    GLPI_URL: 'http://127.0.0.1:1/glpi',
    GLPI_APP_TOKEN: 'a',
    GLPI_USER_TOKEN: 'u',
    OBSERVIUM_URL: 'http://127.0.0.1:1/observium',
    OBSERVIUM_TOKEN: 't',
    AD_URL: main.url,
    AD_BIND_DN: main.bindDn,
    AD_BIND_PASSWORD: main.bindPassword,
    AD_BASE_DN: main.baseDn,
    AD_CA_FILE: join(folder, 'main.pem'),
    AD_DOMAINS_FILE: file,
  })
}

const open = async (domains: Directory[]) => openDirectory(await env(await fileOf(domains)), log)

function tool(name: string, on: DirectoryClient = client) {
  const found = createDirectoryTools(on).find(({ descriptor }) => descriptor.name === name)
  if (found === undefined) throw new Error(`no tool ${name}`)
  return found
}

function effect(name: string, on: DirectoryClient = client) {
  const found = tool(name, on)
  if (found.kind !== 'effect') throw new Error(`${name} has no effect`)
  return found
}

const read = (name: string, input: Record<string, unknown>, on: DirectoryClient = client) => {
  const found = tool(name, on)
  return found.run(found.descriptor.input.parse(input), context())
}

describe('an account', () => {
  it('is found by its login alone when one domain has it', async () => {
    expect((await client.find('jean.dupont')).account.domain).toBe('widip.lan')
    expect((await client.find('anne.seule')).account.domain).toBe('stjean.example')
  })

  it('is ambiguous when several have it, and each candidate is a name that finds it', async () => {
    const error = await failureOf(client.find('claire.fontaine'))
    expect(error).toMatchObject({ code: 'CONFLICT', reason: 'ad.ambiguous' })
    const candidates = String(error.params.candidates).split('; ')
    expect(candidates).toHaveLength(2)
    const found = await Promise.all(candidates.map((one) => client.find(String(one.split(' ')[0]))))
    expect(found.map(({ account }) => account.domain)).toEqual(['widip.lan', 'stjean.example'])
  })

  it('is nowhere when no domain has it', async () => {
    expect((await failureOf(client.find('personne'))).reason).toBe('ad.user_not_found')
    expect((await failureOf(client.find('jean.dupont@stjean.example'))).reason).toBe('ad.user_not_found')
  })

  it('is changed in its own domain only', async () => {
    const login = 'claire.fontaine@stjean.example'
    main.control.clearWrites()
    const done = await carryOut(effect('ad_disable_account'), { login })
    expect(done).toMatchObject({
      data: { login: 'claire.fontaine', enabled: false },
      ctx: { target: { attributes: { domain: 'stjean.example' } } },
      verified: 'verified',
      reconciled: 'yes',
      undo: { toolName: 'ad_enable_account', arguments: { login } },
    })
    expect(main.control.writes()).toEqual([])
    expect((await client.find('claire.fontaine@widip.lan')).account.enabled).toBe(true)
    await carryOut(effect('ad_enable_account'), { login })
  })

  it('is created where its client is, or where the login says', async () => {
    const person = { givenName: 'Léo', surname: 'Neuf', client: 'clinique saint-jean' }
    const target = async (login: string, more: Record<string, unknown> = {}) =>
      (await effect('ad_create_user').target({ ...person, login, ...more }, context())).attributes
    expect(await target('leo.neuf')).toMatchObject({ domain: 'stjean.example' })
    expect(await target('leo.neuf@widip.lan')).toMatchObject({ domain: 'widip.lan' })
    expect(await target('leo.neuf', { client: 'EHPAD Les Jardins' })).toMatchObject({ domain: 'widip.lan' })
    expect((await failureOf(target('leo.neuf@ailleurs.example'))).reason).toBe('ad.domain_unknown')
  })

  it('does not get the groups of another domain', async () => {
    const copy = effect('ad_copy_groups_from')
    const error = await failureOf(copy.target({ login: 'anne.seule', fromLogin: 'jean.dupont' }, context()))
    expect(error).toMatchObject({ code: 'CONFLICT', reason: 'ad.other_domain' })
  })
})

it('searches every domain, and a domain of a client holds its people', async () => {
  const { data } = await read('ad_search_users', { query: 'claire fontaine' })
  const found = (data as { users: { domain: string }[] }).users
  expect(found.map(({ domain }) => domain).sort()).toEqual(['stjean.example', 'widip.lan'])
  await second.control.setAttributes('anne.seule', { company: [] })
  const ofClient = await read('ad_search_users', { client: 'Clinique Saint-Jean', query: 'anne.seule' })
  expect(ofClient.data).toMatchObject({ total: 1 })
})

describe('a dead domain', () => {
  let half: DirectoryClient
  beforeAll(async () => {
    half = await open([second, third])
    await third.close()
  })

  it('does not stop a read, which says that it was not asked', async () => {
    const found = await read('ad_check_user', { login: 'jean.dupont' }, half)
    expect(found.data).toMatchObject({ unaskedDomains: ['cabinet.example'] })
    expect(found.summary.fr).toContain('injoignable : cabinet.example')
    expect((await read('ad_list_user_groups', { login: 'jean.dupont' }, half)).data).toMatchObject({
      unaskedDomains: ['cabinet.example'],
    })
    expect((await read('ad_search_users', { query: 'dupont' }, half)).data).toMatchObject({
      unaskedDomains: ['cabinet.example'],
    })
  })

  it('is not taken for one without the account', async () => {
    const error = await failureOf(read('ad_check_user', { login: 'personne' }, half))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'ad.domain_unreachable' })
  })

  it('stops a change, unless the login says its domain', async () => {
    for (const name of ['ad_disable_account', 'ad_unlock_account', 'ad_reset_password']) {
      const unlock = effect(name, half)
      const unnamed = unlock.descriptor.input.parse({ login: 'jean.dupont' })
      expect(await failureOf(unlock.target(unnamed, context()))).toMatchObject({
        reason: 'ad.domain_unreachable',
        params: { domains: 'cabinet.example' },
      })
    }
    const done = await carryOut(effect('ad_disable_account', half), { login: 'kevin.lopez@widip.lan' })
    expect(done.verified).toBe('verified')
    expect((await failureOf(half.find('paul.martin@cabinet.example'))).code).toBe('UPSTREAM_FAILED')
  })

  it('is named by the health check', async () => {
    expect(await client.ping()).toBeGreaterThan(0)
    const error = await failureOf(half.ping())
    expect(error.message).toMatch(/^Active Directory \(cabinet\.example\) .*; 2 of 3 domains answer$/)
  })
})

describe('the file of domains', () => {
  const withFile = async (text: string) => {
    const file = join(folder, 'bad.yaml')
    await writeFile(file, text)
    return env(file)
  }

  it.each([
    ['no domain', 'domains: []', 'domains'],
    ['not YAML', 'domains: [secret-inside', 'is not valid YAML'],
    ['an unknown key', 'domains: [{name: a.b, urll: x}]', 'urll'],
    [
      'plain LDAP',
      'domains: [{name: a.b, url: "ldap://x", bindDn: b, bindPassword: p, baseDn: DC=a}]',
      'ldaps',
    ],
    [
      'two passwords',
      'domains: [{name: a.b, url: "ldaps://x", bindDn: b, bindPassword: p, bindPasswordFile: f, baseDn: DC=a}]',
      'either',
    ],
    [
      'no DC',
      'domains: [{name: a.b, url: "ldaps://x", bindDn: b, bindPassword: p, baseDn: OU=a}]',
      'a.b: baseDn',
    ],
    [
      'a missing file',
      'domains: [{name: a.b, url: "ldaps://x", bindDn: b, bindPasswordFile: nowhere, baseDn: DC=a}]',
      'nowhere',
    ],
    [
      'the default domain again',
      'domains: [{name: widip.lan, url: "ldaps://x", bindDn: b, bindPassword: p, baseDn: DC=a}]',
      'widip.lan is there twice',
    ],
  ])('is refused with %s', async (_what, text, message) => {
    const values = await withFile(text)
    expect(() => openDirectory(values, log)).toThrow(ConfigError)
    expect(() => openDirectory(values, log)).toThrow(message)
    expect(() => openDirectory(values, log)).not.toThrow('secret-inside')
  })

  it('may be JSON', async () => {
    const file = join(folder, 'domains.json')
    const [domain] = [second].map(({ url, bindDn, bindPassword, baseDn }) => ({
      ...{ name: 'STJEAN.example', url, bindDn, bindPassword, baseDn },
      caFile: 'stjean.example.pem',
    }))
    await writeFile(file, JSON.stringify({ domains: [domain] }))
    expect((await openDirectory(await env(file), log).find('anne.seule')).account.domain).toBe(
      'stjean.example',
    )
  })
})
