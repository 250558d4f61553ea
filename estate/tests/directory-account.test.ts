import { type Client, Control } from 'ldapts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Directory } from '../src/directory/index.ts'
import { change, connect, dnOf, openDirectory, quoted, refusal, tryBind } from './directory-setup.ts'

const good = 'Vague-Bleue-2031'
const login = 'jean.dupont'
const name = `${login}@widip.lan`
let directory: Directory
let client: Client
let dn: string

beforeAll(async () => {
  directory = await openDirectory()
  client = connect(directory)
  await client.bind(directory.bindDn, directory.bindPassword)
  dn = dnOf(directory, login)
})
afterAll(async () => {
  await client.unbind()
  await directory.close()
})

const held = (attribute: string) => directory.control.find(login)?.attributes[attribute]

describe('password reset', () => {
  it('sets the password, forces a change and unlocks in one request', async () => {
    await directory.control.lock(login)
    await client.modify(dn, [
      change('replace', 'pwdLastSet', '0'),
      change('replace', 'unicodePwd', quoted(good)),
      change('replace', 'lockoutTime', '0'),
    ])
    expect(await directory.control.passwordMatches(login, good)).toBe(true)
    expect(await directory.control.passwordMatches(login, `${good}x`)).toBe(false)
    expect(held('lockoutTime')).toEqual(['0'])
    expect(await tryBind(directory, { name, password: good })).toBe('773')
  })

  it('stamps pwdLastSet, and -1 takes the forced change back', async () => {
    await client.modify(dn, change('replace', 'unicodePwd', quoted(good)))
    expect(await tryBind(directory, { name, password: good })).toBe('ok')
    await client.modify(dn, change('replace', 'pwdLastSet', '0'))
    await client.modify(dn, change('replace', 'pwdLastSet', '-1'))
    expect(await tryBind(directory, { name, password: good })).toBe('ok')
  })

  it('does not force a change on a password that never expires', async () => {
    await client.modify(dn, [
      change('replace', 'userAccountControl', String(512 | 0x10000)),
      change('replace', 'pwdLastSet', '0'),
    ])
    expect(await tryBind(directory, { name, password: good })).toBe('ok')
    await client.modify(dn, [
      change('replace', 'userAccountControl', '512'),
      change('replace', 'pwdLastSet', '-1'),
    ])
  })

  it.each([
    ['too short', 'Court-12'],
    ['one class', 'aaaaaaaaaaaaaaa'],
    ['two classes', 'aaaaaaaaaaaaaa1'],
    ['the login inside', 'Xx-JEAN.DUPONT-9'],
    ['a part of the name inside', 'Xx-dupont-2031-A'],
  ])('refuses %s with 19 and 0000052D, changing nothing', async (_why, password) => {
    const { code, text } = await refusal(
      client.modify(dn, [
        change('replace', 'title', 'changé'),
        change('replace', 'unicodePwd', quoted(password)),
      ]),
    )
    expect(code).toBe(19)
    expect(text).toMatch(/^0000052D: /)
    expect(held('title')).toEqual(['Infirmier coordinateur'])
    expect(await directory.control.passwordMatches(login, good)).toBe(true)
  })

  it.each([
    ['without quotes', Buffer.from(good, 'utf16le')],
    ['in UTF-8', Buffer.from(`"${good}"`)],
    ['empty', Buffer.from('"', 'utf16le')],
  ])('refuses a value %s with 53 and 0000001F', async (_form, value) => {
    const { code, text } = await refusal(client.modify(dn, change('replace', 'unicodePwd', value)))
    expect({ code, win32: text.slice(0, 8) }).toEqual({ code: 53, win32: '0000001F' })
  })

  it('takes only the values that mean something', async () => {
    for (const [attribute, value] of [
      ['pwdLastSet', '12345'],
      ['lockoutTime', '134116992000000000'],
    ] as const) {
      const { code, text } = await refusal(client.modify(dn, change('replace', attribute, value)))
      expect({ code, win32: text.slice(0, 8) }).toEqual({ code: 53, win32: '00000057' })
    }
  })
})

describe('unlock, disable, enable', () => {
  it('unlocks and clears the counter', async () => {
    await directory.control.lock(login)
    expect(await tryBind(directory, { name, password: good })).toBe('775')
    await client.modify(dn, change('replace', 'lockoutTime', '0'))
    expect(held('badPwdCount')).toEqual(['0'])
    expect(await tryBind(directory, { name, password: good })).toBe('ok')
  })

  it('changes userAccountControl only if it is still what was read', async () => {
    const flip = (from: string, to: string) => [
      change('delete', 'userAccountControl', from),
      change('add', 'userAccountControl', to),
    ]
    await client.modify(dn, flip('512', '514'))
    expect(await tryBind(directory, { name, password: good })).toBe('533')
    const stale = await refusal(client.modify(dn, flip('512', '514')))
    expect({ code: stale.code, win32: stale.text.slice(0, 8) }).toEqual({ code: 16, win32: '00002085' })
    await client.modify(dn, flip('514', '512'))
    expect(await tryBind(directory, { name, password: good })).toBe('ok')
  })

  it('never stores the lockout and expiry bits, and keeps an account type', async () => {
    await client.modify(dn, change('replace', 'userAccountControl', String(0x10 | 0x800000)))
    expect(held('userAccountControl')).toEqual(['512'])
  })

  it('does not enable an account without a password', async () => {
    const ou = 'OU=Services,DC=widip,DC=lan'
    await client.add(`CN=Sans Mot,${ou}`, { objectClass: ['user'], sAMAccountName: 'sans.mot' })
    const { code, text } = await refusal(
      client.modify(`CN=Sans Mot,${ou}`, change('replace', 'userAccountControl', '512')),
    )
    expect({ code, win32: text.slice(0, 8) }).toEqual({ code: 53, win32: '0000052D' })
  })
})

describe('attributes in general', () => {
  it.each([
    ['a value that is there', change('add', 'title', 'Infirmier coordinateur'), 20, '00002083'],
    ['a second value for one', change('add', 'title', 'Chef'), 19, '00002081'],
    ['a value that is not there', change('delete', 'title', 'Chef'), 16, '00002085'],
    ['an attribute that is not there', change('delete', 'pager'), 16, '00002084'],
    ['an unknown attribute', change('replace', 'favouriteDrink', 'tea'), 17, '00000057'],
    ['the empty text', change('replace', 'title', ''), 21, '00000057'],
    ['text for a number', change('replace', 'accountExpires', 'soon'), 21, '00000057'],
    ['a number out of range', change('replace', 'accountExpires', '9'.repeat(30)), 19, '00002082'],
    ['the back-link', change('add', 'memberOf', 'CN=Domain Admins,CN=Users,DC=widip,DC=lan'), 53, '0000209A'],
    ['a computed attribute', change('replace', 'msDS-User-Account-Control-Computed', '0'), 53, '0000209A'],
    ['the GUID', change('replace', 'objectGUID', Buffer.alloc(16)), 53, '0000209A'],
    ['the naming attribute', change('replace', 'cn', 'Jean'), 67, '00002016'],
    ['members of a person', change('add', 'member', 'DC=widip,DC=lan'), 65, '0000207D'],
    ['a manager who does not exist', change('replace', 'manager', 'CN=X,DC=widip,DC=lan'), 19, '000020B5'],
    ['the logon name of another', change('replace', 'sAMAccountName', 'nadia.cherif'), 68, '00000524'],
    ['the UPN of another', change('replace', 'userPrincipalName', 'khora@widip.lan'), 19, '000021C8'],
    ['a malformed logon name', change('replace', 'sAMAccountName', 'a/b'), 21, '00000057'],
  ])('refuses %s', async (_what, wanted, code, win32) => {
    const refused = await refusal(client.modify(dn, wanted))
    expect({ code: refused.code, win32: refused.text.slice(0, 8) }).toEqual({ code, win32 })
  })

  it('replaces, adds and removes, and links a manager back', async () => {
    const manager = dnOf(directory, 'nadia.cherif')
    await client.modify(dn, [
      change('replace', 'manager', manager),
      change('add', 'mobile', '06 00 00 00 00'),
      change('replace', 'title', 'Cadre'),
    ])
    expect([held('manager'), held('mobile'), held('title')]).toEqual([
      [manager],
      ['06 00 00 00 00'],
      ['Cadre'],
    ])
    const { searchEntries } = await client.search(manager, { scope: 'base', attributes: ['directReports'] })
    expect(searchEntries[0]?.directReports).toBe(dn)
    await client.modify(dn, [change('delete', 'mobile'), change('replace', 'manager')])
    expect([held('manager'), held('mobile')]).toEqual([undefined, undefined])
  })

  it('lets the permissive control pass what is done already', async () => {
    class Permissive extends Control {
      constructor() {
        super('1.2.840.113556.1.4.1413', { critical: true })
      }
    }
    await client.modify(dn, change('add', 'title', 'Cadre'), new Permissive())
    await client.modify(dn, change('delete', 'pager', '1'), new Permissive())
    const unknown = new Control('1.2.3.4.5', { critical: true })
    expect((await refusal(client.modify(dn, change('replace', 'title', 'x'), unknown))).code).toBe(12)
  })
})

describe('rights', () => {
  it('lets only the service account write', async () => {
    const other = connect(directory)
    const nobody = connect(directory)
    await other.bind(name, good)
    const wanted = change('replace', 'title', 'Directeur')
    expect(await refusal(other.modify(dn, wanted))).toMatchObject({ code: 50 })
    expect(await refusal(other.del(dn))).toMatchObject({ code: 50 })
    expect((await other.search(dn, { scope: 'base' })).searchEntries).toHaveLength(1)
    const { code, text } = await refusal(nobody.modify(dn, wanted))
    expect({ code, win32: text.slice(0, 8) }).toEqual({ code: 1, win32: '000004DC' })
    await other.unbind()
    await nobody.unbind()
  })

  it('logs names and codes of every write, never a value', async () => {
    directory.control.clearWrites()
    const secret = 'Nuage-Rouge-5512'
    await client.modify(dn, [
      change('replace', 'unicodePwd', quoted(secret)),
      change('replace', 'title', 'Titre-Secret'),
    ])
    await refusal(client.modify(dn, change('replace', 'pwdLastSet', '7')))
    const writes = directory.control.writes()
    expect(writes).toMatchObject([
      { operation: 'modify', dn, attributes: ['replace unicodePwd', 'replace title'], code: 0 },
      { operation: 'modify', dn, attributes: ['replace pwdLastSet'], code: 53 },
    ])
    expect(JSON.stringify(writes)).not.toMatch(/Nuage|Titre/)
  })
})
