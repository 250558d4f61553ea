import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Estate, startEstate } from '@hub/estate'
import { ConfigError } from '@hub/kernel'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AccountRef } from '../src/systems/active-directory/client/find-account.ts'
import {
  createDirectoryClient,
  type DirectoryClient,
  type DirectorySettings,
} from '../src/systems/active-directory/index.ts'
import { failureOf } from './expect-failure.ts'

let estate: Estate
let folder: string
let caFile: string

beforeAll(async () => {
  estate = await startEstate()
  folder = await mkdtemp(join(tmpdir(), 'hub-directory-'))
  caFile = join(folder, 'ca.pem')
  await writeFile(caFile, estate.directory.caPem)
})
afterAll(async () => {
  await estate.close()
  await rm(folder, { recursive: true })
})
afterEach(() => estate.directory.control.clearFaults())

function settings(changes: Partial<DirectorySettings> = {}): DirectorySettings {
  const { url, bindDn, bindPassword, baseDn } = estate.directory
  return { url, bindDn, bindPassword, baseDn, caFile, timeoutMs: 2_000, ...changes }
}
const client = (changes?: Partial<DirectorySettings>): DirectoryClient =>
  createDirectoryClient(settings(changes))

describe('settings', () => {
  it.each([
    [{ url: 'ldap://dc1.widip.lan' }, 'AD_URL'],
    [{ bindPassword: '' }, 'AD_BIND_PASSWORD'],
    [{ baseDn: 'OU=Clients' }, 'AD_BASE_DN'],
    [{ caFile: '/nowhere/ca.pem' }, 'AD_CA_FILE'],
  ])('%j is refused', (changes, name) => {
    expect(() => client(changes)).toThrow(ConfigError)
    expect(() => client(changes)).toThrow(name)
  })
})

describe('find', () => {
  it.each(['jean.dupont', 'JEAN.DUPONT', 'jean.dupont@widip.lan', 'jean.dupont@ehpad-les-jardins.example'])(
    'reads the account of %s',
    async (login) => {
      expect((await client().find(login)).account).toMatchObject({
        login: 'jean.dupont',
        displayName: 'Jean Dupont',
        company: 'EHPAD Les Jardins',
        container: 'Clients / EHPAD Les Jardins',
        enabled: true,
        locked: false,
        privileged: false,
        passwordNeverExpires: false,
        groups: ['GG-Dossier-Resident', 'GG-VPN', 'GRP-EHPAD Les Jardins-Soins'],
      })
    },
  )

  it.each([
    ['lucas.perrin', { locked: true }],
    ['kevin.lopez', { enabled: false }],
    ['sandrine.gomez', { mustChangePassword: true, passwordLastSetAt: null }],
    ['svc-hub', { privileged: true, passwordNeverExpires: true, passwordExpiresAt: null }],
    ['Administrator', { privileged: true }],
  ])('%s: %j', async (login, facts) => {
    expect((await client().find(login)).account).toMatchObject(facts)
  })

  it.each(['nobody', '*', 'jean.dupont)(objectClass=*', 'j*', '\\2a'])(
    'finds nobody for %s',
    async (login) => {
      expect(await failureOf(client().find(login))).toMatchObject({
        code: 'NOT_FOUND',
        reason: 'ad.user_not_found',
      })
    },
  )

  it('refuses a mail that two accounts share', async () => {
    const mail = 'partage@widip.example'
    await estate.directory.control.setAttributes('marie.martin', { mail: [mail] })
    await estate.directory.control.setAttributes('marie.martin2', { mail: [mail] })
    expect(await failureOf(client().find(mail))).toMatchObject({ code: 'CONFLICT', reason: 'ad.ambiguous' })
    expect((await client().find('marie.martin2')).account.company).toBe('Clinique Saint-Jean')
  })

  it('sees a VIP', async () => {
    expect((await client().find('olivier.faure')).isVip).toBe(true)
    expect((await client().find('jean.dupont')).isVip).toBe(false)
  })

  it('sees a privilege through groups and through the primary group', async () => {
    const { control } = estate.directory
    const dn = (login: string) => String(control.find(login)?.dn)
    await control.setAttributes('Backup Operators', { member: [dn('GG-Accueil')] })
    expect((await client().find('lucas.perrin')).account.privileged).toBe(true)
    await control.setAttributes('Backup Operators', { member: [] })
    expect((await client().find('lucas.perrin')).account.privileged).toBe(false)
    await control.setAttributes('thomas.nguyen', { primaryGroupID: ['512'] })
    expect((await client().find('thomas.nguyen')).account.privileged).toBe(true)
  })
})

describe('unlock', () => {
  it('ends the lockout and reads it back', async () => {
    await estate.directory.control.lock('camille.renard')
    const { wasLocked, after } = await client().unlock('camille.renard')
    expect({ wasLocked, locked: after.account.locked }).toEqual({ wasLocked: true, locked: false })
  })

  it('writes nothing for an account that is not locked', async () => {
    estate.directory.control.clearWrites()
    expect((await client().unlock('jean.dupont')).wasLocked).toBe(false)
    expect(estate.directory.control.writes()).toEqual([])
  })
})

describe('reset', () => {
  const reset = (account: AccountRef, password: string) => ({
    account,
    password,
    mustChangeAtNextLogon: true,
    unlock: true,
  })

  it('refuses when the name belongs to another account by now', async () => {
    const { control } = estate.directory
    control.clearWrites()
    const moved = { login: 'jean.dupont', guid: '00000000-0000-0000-0000-000000000000' }
    const error = await failureOf(client().resetPassword(reset(moved, 'N0uveau-Motdepasse!')))
    expect(error).toMatchObject({ code: 'CONFLICT', reason: 'ad.target_changed' })
    expect(control.writes()).toEqual([])
  })

  it('sets the made password, asks for a change and unlocks, in one write', async () => {
    const { control } = estate.directory
    await control.lock('jean.dupont')
    const password = await client().makePassword('jean.dupont')
    control.clearWrites()
    const done = await client().resetPassword(reset('jean.dupont', password))
    expect(done.mustChangeAtNextLogon).toBe(true)
    expect(done.after.account).toMatchObject({ mustChangePassword: true, locked: false })
    expect(await control.passwordMatches('jean.dupont', password)).toBe(true)
    expect(control.writes().map((write) => write.attributes)).toEqual([
      ['replace unicodePwd', 'replace pwdLastSet', 'replace lockoutTime'],
    ])
  })

  it('does not pretend to ask for a change where that has no effect', async () => {
    const password = await client().makePassword('svc-hub')
    await estate.directory.control.setAttributes('valerie.blanc', { userAccountControl: ['66048'] })
    const done = await client().resetPassword(reset('valerie.blanc', password))
    expect(done.mustChangeAtNextLogon).toBe(false)
    expect(done.after.account.passwordLastSetAt).not.toBeNull()
  })

  it('tells that the policy refuses a password, without repeating it', async () => {
    const error = await failureOf(client().resetPassword(reset('jean.dupont', 'Court1!')))
    expect(error).toMatchObject({ code: 'CONFLICT', reason: 'ad.password_policy' })
    expect(JSON.stringify(error) + error.message).not.toContain('Court1!')
  })

  it('knows that a password was set although the connection broke before the answer', async () => {
    const password = await client().makePassword('marie.martin')
    estate.directory.control.fault({ kind: 'drop', when: 'after', operation: 'modify' })
    const done = await client().resetPassword(reset('marie.martin', password))
    expect(done.after.account.mustChangePassword).toBe(true)
  })

  it('knows that it was not', async () => {
    const password = await client().makePassword('marie.martin')
    estate.directory.control.fault({ kind: 'drop', when: 'before', operation: 'modify' })
    const error = await failureOf(client().resetPassword(reset('marie.martin', password)))
    expect(error.reason).toBe('upstream.unreachable')
    expect(await estate.directory.control.passwordMatches('marie.martin', password)).toBe(false)
  })
})

describe('failures of the directory', () => {
  it.each([
    [{ kind: 'busy', operation: 'modify' }, 'UPSTREAM_FAILED', 'ad.unavailable'],
    [{ kind: 'unavailable', operation: 'modify' }, 'UPSTREAM_FAILED', 'ad.unavailable'],
    [
      { kind: 'result', code: 50, diagnostic: '00000005: secret', operation: 'modify' },
      'FORBIDDEN',
      'ad.rights',
    ],
    [
      { kind: 'result', code: 53, diagnostic: '0000001F: secret', operation: 'modify' },
      'CONFLICT',
      'ad.refused',
    ],
    [{ kind: 'result', code: 80, diagnostic: 'secret', operation: 'modify' }, 'UPSTREAM_FAILED', 'ad.error'],
    [{ kind: 'delay', ms: 600, operation: 'modify' }, 'UPSTREAM_FAILED', 'upstream.timeout'],
  ] as const)('%j', async (fault, code, reason) => {
    await estate.directory.control.lock('sofia.rodriguez')
    estate.directory.control.fault(fault)
    const error = await failureOf(client({ timeoutMs: 300 }).unlock('sofia.rodriguez'))
    expect(error).toMatchObject({ code, reason })
    expect(error.message).not.toContain('secret')
  })

  it.each([
    { kind: 'busy', operation: 'search' },
    { kind: 'drop', when: 'before', operation: 'search' },
  ] as const)('is asked once more on a read (%j)', async (fault) => {
    estate.directory.control.fault(fault)
    expect((await client().find('jean.dupont')).account.login).toBe('jean.dupont')
  })

  it('names the refused account of the Hub, once', async () => {
    const error = await failureOf(client({ bindPassword: 'wr0ng-password' }).find('jean.dupont'))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'ad.configuration' })
    expect(error.message).not.toContain('wr0ng')
    expect((await client().find('svc-hub')).account.badPasswordCount).toBeLessThanOrEqual(1)
  })

  it('does not trust another authority', async () => {
    const error = await failureOf(client({ caFile: undefined }).find('jean.dupont'))
    expect(error.message).toBe('Active Directory has a certificate that is not trusted')
  })

  it('gives up on a server that never speaks', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const stuck = client({ url: `ldaps://127.0.0.1:${port}`, connectTimeoutMs: 200 })
    expect((await failureOf(stuck.find('jean.dupont'))).reason).toBe('upstream.timeout')
    const stop = new AbortController()
    const reason = new Error('stopped')
    setTimeout(() => stop.abort(reason), 50)
    await expect(client({ url: `ldaps://127.0.0.1:${port}` }).find('x', stop.signal)).rejects.toBe(reason)
    silent.close()
  })

  it('takes callers who leave for no failure of the directory', async () => {
    const shared = client()
    for (let n = 0; n < 8; n += 1) {
      const stop = new AbortController()
      const look = shared.find('jean.dupont', stop.signal)
      // as a connection that breaks under the caller
      stop.abort(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }))
      await expect(look).rejects.toThrow('socket hang up')
    }
    expect((await shared.find('jean.dupont')).account.login).toBe('jean.dupont')
  })

  it('names a server that is not there', async () => {
    const gone = client({ url: 'ldaps://127.0.0.1:1' })
    expect((await failureOf(gone.find('jean.dupont'))).message).toBe(
      'Active Directory refused the connection',
    )
  })
})
