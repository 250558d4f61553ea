import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Directory } from '../src/directory/index.ts'
import {
  asService,
  change,
  connect,
  dnOf,
  openDirectory,
  quoted,
  refusal,
  tryBind,
} from './directory-setup.ts'

let first: Directory
let second: Directory
beforeAll(async () => {
  first = await openDirectory()
  second = await openDirectory({ dns: 'stjean.example' })
})
afterAll(() => Promise.all([first.close(), second.close()]))

describe('a second domain', () => {
  it('has a base, names and identifiers of its own', async () => {
    expect([first.baseDn, second.baseDn]).toEqual(['DC=widip,DC=lan', 'DC=stjean,DC=example'])
    const client = connect(second)
    const { searchEntries } = await client.search('', { scope: 'base' })
    await client.unbind()
    expect(searchEntries[0]).toMatchObject({
      defaultNamingContext: 'DC=stjean,DC=example',
      dnsHostName: 'dc1.stjean.example',
    })
    const sids = [first, second].map(
      ({ control }) => control.find('Domain Admins')?.attributes.objectSid?.[0],
    )
    expect(sids[0]).not.toBe(sids[1])
    expect(second.control.find('jean.dupont')?.attributes.userPrincipalName).toEqual([
      'jean.dupont@stjean.example',
    ])
  })

  it('knows its own account of the Hub only', async () => {
    const name = 'svc-hub@stjean.example'
    expect(await tryBind(second, { name, password: second.bindPassword })).toBe('ok')
    expect(await tryBind(second, { name, password: first.bindPassword })).toBe('52e')
    expect(await tryBind(second, { name: 'STJEAN\\svc-hub', password: second.bindPassword })).toBe('ok')
    expect(await tryBind(second, { name: 'svc-hub@widip.lan', password: second.bindPassword })).toBe('52e')
  })

  it('refers names of the first one away', async () => {
    const { code } = await refusal(
      asService(second, (client) => client.search(dnOf(first, 'jean.dupont'), { scope: 'base' })),
    )
    expect(code).toBe(10)
  })
})

describe('finer password settings', () => {
  const container = 'CN=Password Settings Container,CN=System,DC=widip,DC=lan'
  const settings = (name: string, minLength: number, precedence: number, appliesTo: string) =>
    asService(first, (client) =>
      client.add(`CN=${name},${container}`, {
        objectClass: ['top', 'msDS-PasswordSettings'],
        'msDS-MinimumPasswordLength': String(minLength),
        'msDS-PasswordSettingsPrecedence': String(precedence),
        'msDS-PSOAppliesTo': appliesTo,
      }),
    )
  const resultant = async () => {
    const attributes = ['msDS-ResultantPSO']
    const found = await asService(first, (client) =>
      client.search(dnOf(first, 'jean.dupont'), { scope: 'base', attributes }),
    )
    return found.searchEntries[0]?.['msDS-ResultantPSO']
  }
  const set = (password: string) =>
    asService(first, (client) =>
      client.modify(dnOf(first, 'jean.dupont'), change('replace', 'unicodePwd', quoted(password))),
    )

  it('are in force by precedence, those of the account before those of its groups', async () => {
    expect(await resultant()).toEqual([])
    await settings('late', 20, 50, dnOf(first, 'GG-VPN'))
    await settings('soon', 18, 5, dnOf(first, 'GG-VPN'))
    expect(await resultant()).toBe(`CN=soon,${container}`)
    expect(await refusal(set('Abcdefgh-12345'))).toMatchObject({ code: 19 })
    await set('Abcdefgh-1234567890')
    await settings('own', 25, 90, dnOf(first, 'jean.dupont'))
    expect(await resultant()).toBe(`CN=own,${container}`)
    expect(await refusal(set('Abcdefgh-1234567890'))).toMatchObject({ code: 19 })
  })
})

describe('a fault that waits', () => {
  it('comes only after the operation it waits for', async () => {
    const dn = dnOf(first, 'lucas.perrin')
    first.control.fault({ kind: 'result', code: 32, diagnostic: '', operation: 'search', after: 'modify' })
    const search = () => asService(first, (client) => client.search(dn, { scope: 'base' }))
    expect((await search()).searchEntries).toHaveLength(1)
    await asService(first, (client) => client.modify(dn, change('replace', 'lockoutTime', '0')))
    expect((await refusal(search())).code).toBe(32)
    expect((await search()).searchEntries).toHaveLength(1)
  })
})
