import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Attribute, Change, Client, InvalidCredentialsError } from 'ldapts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDirectoryClient } from '../src/systems/active-directory/index.ts'
import { failureOf } from './expect-failure.ts'

/** A real Samba domain controller; npm run test:full starts one and sets these. */
function needed(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '')
    throw new Error(`${name} is missing: start Samba with npm run test:full`)
  return value
}

const url = needed('TEST_SAMBA_URL')
const caFile = needed('TEST_SAMBA_CA_FILE')
const baseDn = needed('TEST_SAMBA_BASE_DN')
const bindDn = needed('TEST_SAMBA_BIND_USER')
const bindPassword = needed('TEST_SAMBA_BIND_PASSWORD')

const tlsOptions = { ca: readFileSync(caFile, 'utf8') }
const directory = createDirectoryClient({ url, caFile, baseDn, bindDn, bindPassword, timeoutMs: 20_000 })
const admin = new Client({ url, tlsOptions, timeout: 20_000 })
const run = randomBytes(3).toString('hex')
const ou = `OU=Hub ${run},${baseDn}`
const firstPassword = `Prem1er-${run}-Passe!`

const login = (name: string) => `${name}.${run}`
const dnOf = (name: string) => `CN=${login(name)},${ou}`
const replace = (dn: string, type: string, values: string[]) =>
  admin.modify(dn, new Change({ operation: 'replace', modification: new Attribute({ type, values }) }))

async function addUser(name: string, more: Record<string, string> = {}): Promise<void> {
  const values = {
    cn: login(name),
    sAMAccountName: login(name),
    userPrincipalName: `${login(name)}@widip.lan`,
    displayName: `Prénom ${name}`,
    mail: `${login(name)}@client.example`,
    userAccountControl: '512',
    ...more,
  }
  await admin.add(dnOf(name), [
    new Attribute({ type: 'objectClass', values: ['top', 'person', 'organizationalPerson', 'user'] }),
    ...Object.entries(values).map(([type, value]) => new Attribute({ type, values: [value] })),
    new Attribute({ type: 'unicodePwd', values: [Buffer.from(`"${firstPassword}"`, 'utf16le')] }),
  ])
}

async function addGroup(name: string, member: string): Promise<string> {
  await admin.add(dnOf(name), { objectClass: ['top', 'group'], sAMAccountName: login(name), member })
  return dnOf(name)
}

/** `ok`, or the sub-code of the refusal. */
async function logon(name: string, password: string): Promise<string> {
  const client = new Client({ url, tlsOptions, timeout: 20_000 })
  try {
    await client.bind(`${login(name)}@widip.lan`, password)
    return 'ok'
  } catch (error) {
    if (!(error instanceof InvalidCredentialsError)) throw error
    return /data ([0-9a-f]+)/.exec(error.message)?.[1] ?? 'refused'
  } finally {
    await client.unbind()
  }
}

beforeAll(async () => {
  await admin.bind(bindDn, bindPassword)
  await replace(baseDn, 'lockoutThreshold', ['3'])
  await admin.add(ou, { objectClass: ['top', 'organizationalUnit'] })
  await addUser('jeanne')
})
afterAll(() => admin.unbind())

describe('check', () => {
  it('reads an account by its three names', async () => {
    for (const name of [
      login('jeanne'),
      `${login('jeanne')}@widip.lan`,
      `${login('jeanne')}@client.example`,
    ]) {
      const { account } = await directory.find(name)
      expect(account).toMatchObject({
        login: login('jeanne'),
        displayName: 'Prénom jeanne',
        container: `Hub ${run}`,
        enabled: true,
        locked: false,
        privileged: false,
        mustChangePassword: false,
      })
      expect(account.guid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      expect(Date.parse(account.passwordLastSetAt ?? '')).toBeGreaterThan(Date.now() - 600_000)
    }
  })

  it('knows nobody of that name, whatever the wildcards', async () => {
    for (const name of [`personne.${run}`, '*', `${login('jeann')}*`]) {
      expect((await failureOf(directory.find(name))).reason).toBe('ad.user_not_found')
    }
  })

  it('refuses homonyms by mail', async () => {
    await addUser('camille', { mail: `camille.${run}@deux.example` })
    await addUser('camille2', { mail: `camille.${run}@deux.example` })
    expect((await failureOf(directory.find(`camille.${run}@deux.example`))).reason).toBe('ad.ambiguous')
    expect((await directory.find(login('camille2'))).account.login).toBe(login('camille2'))
  })

  it('sees a disabled account and one whose password never expires', async () => {
    await addUser('ancien')
    await replace(dnOf('ancien'), 'userAccountControl', ['66050'])
    expect((await directory.find(login('ancien'))).account).toMatchObject({
      enabled: false,
      passwordNeverExpires: true,
      passwordExpiresAt: null,
    })
  })

  it('sees a privilege held through two groups', async () => {
    await addUser('discret')
    const inner = await addGroup('interne', dnOf('discret'))
    expect((await directory.find(login('discret'))).account.privileged).toBe(false)
    const outer = await addGroup('externe', inner)
    const operators = `CN=Backup Operators,CN=Builtin,${baseDn}`
    await admin.modify(
      operators,
      new Change({ operation: 'add', modification: new Attribute({ type: 'member', values: [outer] }) }),
    )
    expect((await directory.find(login('discret'))).account.privileged).toBe(true)
  })

  it('sees the administrator, and a privilege through the primary group', async () => {
    expect((await directory.find('Administrator')).account.privileged).toBe(true)
    await addUser('primaire')
    const admins = `CN=Domain Admins,CN=Users,${baseDn}`
    await admin.modify(
      admins,
      new Change({
        operation: 'add',
        modification: new Attribute({ type: 'member', values: [dnOf('primaire')] }),
      }),
    )
    await replace(dnOf('primaire'), 'primaryGroupID', ['512'])
    expect((await directory.find(login('primaire'))).account.privileged).toBe(true)
  })

  it('treats a service account as privileged', async () => {
    await admin.add(`CN=svc-${run},${ou}`, { objectClass: ['top', 'user'], sAMAccountName: `svc-${run}` })
    expect((await directory.find(`svc-${run}`)).account.privileged).toBe(true)
  })
})

describe('unlock', () => {
  it('ends a lockout made by wrong passwords', async () => {
    await addUser('presse')
    for (let tries = 0; tries < 4; tries += 1) await logon('presse', `faux-${tries}`)
    expect((await directory.find(login('presse'))).account.locked).toBe(true)
    expect(await logon('presse', firstPassword)).toBe('775')
    const { wasLocked, after } = await directory.unlock(login('presse'))
    expect({ wasLocked, locked: after.account.locked }).toEqual({ wasLocked: true, locked: false })
    expect(await logon('presse', firstPassword)).toBe('ok')
    expect((await directory.unlock(login('presse'))).wasLocked).toBe(false)
  })
})

describe('reset', () => {
  const reset = (name: string, password: string, mustChangeAtNextLogon: boolean) =>
    directory.resetPassword({ account: login(name), password, mustChangeAtNextLogon, unlock: true })

  it('makes a password that opens a session', async () => {
    await addUser('oubli')
    const password = await directory.makePassword(login('oubli'))
    const done = await reset('oubli', password, false)
    expect(done.after.account.mustChangePassword).toBe(false)
    expect(await logon('oubli', password)).toBe('ok')
  })

  it('asks for a change at the next logon and unlocks', async () => {
    await addUser('bloque')
    for (let tries = 0; tries < 4; tries += 1) await logon('bloque', `faux-${tries}`)
    const password = await directory.makePassword(login('bloque'))
    const done = await reset('bloque', password, true)
    expect(done.mustChangeAtNextLogon).toBe(true)
    expect(done.after.account).toMatchObject({
      mustChangePassword: true,
      locked: false,
      passwordLastSetAt: null,
    })
    expect(await logon('bloque', password)).toBe('773')
  })

  it('says when a change at the next logon has no effect', async () => {
    await addUser('machine')
    await replace(dnOf('machine'), 'userAccountControl', ['66048'])
    const password = await directory.makePassword(login('machine'))
    expect((await reset('machine', password, true)).mustChangeAtNextLogon).toBe(false)
    expect(await logon('machine', password)).toBe('ok')
  })

  it('tells that the policy refuses a weak password', async () => {
    await addUser('faible')
    for (const password of ['abc', 'aaaaaaaaaaaaaaaaaaaa']) {
      const error = await failureOf(reset('faible', password, false))
      expect(error).toMatchObject({ code: 'CONFLICT', reason: 'ad.password_policy' })
    }
    expect(await logon('faible', firstPassword)).toBe('ok')
  })

  it('is refused to an account without the right', async () => {
    await addUser('simple')
    await addUser('cible')
    const weak = createDirectoryClient({
      url,
      caFile,
      baseDn,
      bindDn: `${login('simple')}@widip.lan`,
      bindPassword: firstPassword,
    })
    const password = await weak.makePassword(login('cible'))
    const refused = { account: login('cible'), password, mustChangeAtNextLogon: true, unlock: true }
    expect(await failureOf(weak.resetPassword(refused))).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'ad.rights',
    })
    expect(await logon('cible', firstPassword)).toBe('ok')
  })
})

describe('the account of the Hub', () => {
  it('says what is wrong with it', async () => {
    const settings = { url, caFile, baseDn, bindDn: `${login('jeanne')}@widip.lan` }
    const wrong = createDirectoryClient({ ...settings, bindPassword: 'faux' })
    expect((await failureOf(wrong.find('x'))).reason).toBe('ad.configuration')
    await addUser('sorti')
    await replace(dnOf('sorti'), 'userAccountControl', ['514'])
    const gone = createDirectoryClient({
      ...settings,
      bindDn: `${login('sorti')}@widip.lan`,
      bindPassword: firstPassword,
    })
    expect((await failureOf(gone.find('x'))).message).toBe(
      'Active Directory refused the account of the Hub: it is disabled',
    )
  })

  it('does not trust an unknown authority', async () => {
    const trusting = createDirectoryClient({ url, baseDn, bindDn, bindPassword })
    expect((await failureOf(trusting.find('x'))).message).toBe(
      'Active Directory has a certificate that is not trusted',
    )
  })
})
