import { Client } from 'ldapts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Directory } from '../src/directory/index.ts'
import { asService, connect, dnOf, openDirectory, refusal, tryBind } from './directory-setup.ts'

const right = 'Pluie-de-Mai-42'
const name = 'jean.dupont@widip.lan'
let directory: Directory

beforeAll(async () => {
  directory = await openDirectory()
  await directory.control.setPassword('jean.dupont', right)
})
afterAll(() => directory.close())

describe('bind', () => {
  it.each([
    ['UPN', name],
    ['UPN in capitals', name.toUpperCase()],
    ['NetBIOS name', 'WIDIP\\jean.dupont'],
    ['DNS domain name', 'widip.lan\\jean.dupont'],
    ['DN', 'cn=jean dupont, ou=EHPAD Les Jardins, ou=clients, dc=widip, dc=lan'],
  ])('accepts the %s', async (_form, user) => {
    expect(await tryBind(directory, { name: user, password: right })).toBe('ok')
  })

  it.each(['jean.dupont', 'OTHER\\jean.dupont', 'nobody@widip.lan', 'CN=Nobody,DC=widip,DC=lan', 'CN=,'])(
    'answers 52e for %s',
    async (user) => {
      expect(await tryBind(directory, { name: user, password: right })).toBe('52e')
    },
  )

  it('refuses a wrong password in the words of Windows', async () => {
    const client = connect(directory)
    const { code, text } = await refusal(client.bind(name, 'wrong'))
    expect(code).toBe(49)
    expect(text).toMatch(
      /^80090308: LdapErr: DSID-0C\w+, comment: AcceptSecurityContext error, data 52e, v4563/,
    )
    await client.unbind()
  })

  it('lets an empty password in as nobody, who may read the root DSE only', async () => {
    const client = connect(directory)
    await client.bind(name, '')
    const { code, text } = await refusal(client.search(directory.baseDn))
    expect(code).toBe(1)
    expect(text).toContain('000004DC')
    const root = await client.search('', { scope: 'base', attributes: ['defaultNamingContext'] })
    expect(root.searchEntries[0]?.defaultNamingContext).toBe('DC=widip,DC=lan')
    await client.unbind()
  })

  it('leaves the connection anonymous after a failed bind', async () => {
    const client = connect(directory)
    await client.bind(directory.bindDn, directory.bindPassword)
    await refusal(client.bind(name, 'wrong'))
    expect(await client.exop('1.3.6.1.4.1.4203.1.11.3')).toEqual({ value: '' })
    await client.unbind()
  })

  it('says who is bound', async () => {
    const who = await asService(directory, (client) => client.exop('1.3.6.1.4.1.4203.1.11.3'))
    expect(who.value).toBe('u:WIDIP\\svc-hub')
  })

  it('refuses SASL, an unknown extended operation and TLS inside TLS', async () => {
    const client = connect(directory)
    expect((await refusal(client.bind('PLAIN', 'x'))).code).toBe(7)
    expect((await refusal(client.exop('1.2.3.4'))).code).toBe(2)
    expect((await refusal(client.exop('1.3.6.1.4.1.1466.20037'))).code).toBe(1)
    await client.unbind()
  })

  it('is not trusted without its authority', async () => {
    const client = new Client({ url: directory.url, connectTimeout: 5000 })
    await expect(client.bind(name, right)).rejects.toThrow(/certificate/)
  })
})

describe('state of the account', () => {
  it('names a disabled, an expired and a locked account before looking at the password', async () => {
    const password = 'wrong'
    const { control } = directory
    expect(await tryBind(directory, { name: 'kevin.lopez@widip.lan', password })).toBe('533')
    expect(await tryBind(directory, { name: 'lucas.perrin@widip.lan', password })).toBe('775')
    await control.setAttributes('marie.martin', { accountExpires: ['130000000000000000'] })
    expect(await tryBind(directory, { name: 'marie.martin@widip.lan', password })).toBe('701')
  })

  it('names an expired password and a forced change only to who knows the password', async () => {
    const { control } = directory
    for (const [login, reason, pwdLastSet] of [
      ['valerie.blanc', '532', '130000000000000000'],
      ['sandrine.gomez', '773', '0'],
    ] as const) {
      await control.setPassword(login, right)
      await control.setAttributes(login, { pwdLastSet: [pwdLastSet] })
      expect(await tryBind(directory, { name: `${login}@widip.lan`, password: right })).toBe(reason)
      expect(await tryBind(directory, { name: `${login}@widip.lan`, password: 'wrong' })).toBe('52e')
    }
  })

  it('locks after five bad passwords, even all at once, and counts from zero after a good one', async () => {
    const { control } = directory
    const login = 'camille.renard'
    const user = `${login}@widip.lan`
    await control.setPassword(login, right)
    const wrong = () => tryBind(directory, { name: user, password: 'wrong' })
    for (let count = 0; count < 4; count += 1) expect(await wrong()).toBe('52e')
    expect(await tryBind(directory, { name: user, password: right })).toBe('ok')
    expect(control.find(login)?.attributes.badPwdCount).toEqual(['0'])
    const answers = await Promise.all(Array.from({ length: 8 }, wrong))
    expect(answers.filter((answer) => answer === '52e')).toHaveLength(5)
    expect(answers.filter((answer) => answer === '775')).toHaveLength(3)
    expect(await tryBind(directory, { name: user, password: right })).toBe('775')
  })

  it('never locks the built-in administrator', async () => {
    const wrong = () => tryBind(directory, { name: 'Administrator@widip.lan', password: 'wrong' })
    for (let count = 0; count < 6; count += 1) expect(await wrong()).toBe('52e')
  })

  it('ends a lockout by itself when the domain says so, leaving a stale lockoutTime', async () => {
    let now = Date.now()
    const short = await openDirectory({ now: () => now, limits: { lockoutDurationMs: 60_000 } })
    await short.control.setPassword('jean.dupont', right)
    await short.control.lock('jean.dupont')
    expect(await tryBind(short, { name, password: right })).toBe('775')
    now += 61_000
    const read = await asService(short, (client) =>
      client.search(dnOf(short, 'jean.dupont'), {
        scope: 'base',
        attributes: ['lockoutTime', 'msDS-User-Account-Control-Computed'],
      }),
    )
    expect(read.searchEntries[0]).toMatchObject({ 'msDS-User-Account-Control-Computed': '0' })
    expect(read.searchEntries[0]?.lockoutTime).not.toBe('0')
    expect(await tryBind(short, { name, password: right })).toBe('ok')
    expect(short.control.find('jean.dupont')?.attributes.lockoutTime).toEqual(['0'])
    await short.close()
  })
})
