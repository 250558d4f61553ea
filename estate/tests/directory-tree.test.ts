import { Attribute, type Client, Control } from 'ldapts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Directory } from '../src/directory/index.ts'
import { change, connect, dnOf, openDirectory, quoted, refusal, tryBind } from './directory-setup.ts'

const ou = 'OU=EHPAD Les Jardins,OU=Clients,DC=widip,DC=lan'
let directory: Directory
let client: Client

beforeAll(async () => {
  directory = await openDirectory()
  client = connect(directory)
  await client.bind(directory.bindDn, directory.bindPassword)
})
afterAll(async () => {
  await client.unbind()
  await directory.close()
})

const codeOf = async (work: Promise<unknown>) => {
  const { code, text } = await refusal(work)
  return `${code} ${text.slice(0, 8)}`
}

const newUser = (login: string, password?: string) => [
  new Attribute({ type: 'objectClass', values: ['top', 'person', 'organizationalPerson', 'user'] }),
  new Attribute({ type: 'sAMAccountName', values: [login] }),
  new Attribute({ type: 'userPrincipalName', values: [`${login}@widip.lan`] }),
  ...(password
    ? [
        new Attribute({ type: 'userAccountControl', values: ['512'] }),
        new Attribute({ type: 'unicodePwd', values: [quoted(password)] }),
      ]
    : []),
]

describe('add', () => {
  it('creates a person who can log on at once', async () => {
    await client.add(`CN=Zoé Arnoux,${ou}`, newUser('zoe.arnoux', 'Herbe-Haute-77'))
    expect(await tryBind(directory, { name: 'zoe.arnoux@widip.lan', password: 'Herbe-Haute-77' })).toBe('ok')
    const found = await client.search(ou, { filter: '(&(objectCategory=person)(cn=zoé arnoux))' })
    expect(found.searchEntries[0]).toMatchObject({ primaryGroupID: '513', name: 'Zoé Arnoux' })
    const sid = found.searchEntries[0]?.objectSid as Buffer
    expect(sid.readUInt32LE(24)).toBeGreaterThan(1100)
  })

  it('creates a disabled account when nothing is said', async () => {
    await client.add(`CN=Muet,${ou}`, { objectClass: 'user' })
    const found = await client.search(`CN=Muet,${ou}`, { scope: 'base' })
    expect(found.searchEntries[0]).toMatchObject({ userAccountControl: '546' })
    expect(String(found.searchEntries[0]?.sAMAccountName)).toMatch(/^\$/)
  })

  it('refuses what Windows refuses', async () => {
    const add = (dn: string, login: string, password?: string) =>
      codeOf(client.add(dn, newUser(login, password)))
    expect(await add(`CN=Jean Dupont,${ou}`, 'new.one')).toBe('68 00002071')
    expect(await add(`CN=Other,${ou}`, 'JEAN.DUPONT')).toBe('68 00000524')
    expect(await add(`CN=Other,OU=Nowhere,DC=widip,DC=lan`, 'new.one')).toBe('32 00002089')
    expect(await add(`OU=Other,${ou}`, 'new.one')).toBe('64 00002073')
    expect(await add(`CN=Other,${ou}`, 'new.one', 'faible')).toBe('19 0000052D')
    expect(await add(`CN=Other,${ou}`, 'a-login-of-more-than-twenty')).toBe('21 00000057')
    const bare = [new Attribute({ type: 'sAMAccountName', values: ['new.one'] })]
    expect(await codeOf(client.add(`CN=Other,${ou}`, bare))).toBe('65 0000207B')
    const enabled = { objectClass: 'user', sAMAccountName: 'new.one', userAccountControl: '512' }
    expect(await codeOf(client.add(`CN=Other,${ou}`, enabled))).toBe('53 0000052D')
    expect(directory.control.find('new.one')).toBeUndefined()
  })
})

describe('groups', () => {
  const group = () => dnOf(directory, 'GG-VPN')
  const person = () => dnOf(directory, 'marie.martin')

  it('keeps member and memberOf in step', async () => {
    const memberOf = async () => {
      const { searchEntries } = await client.search(person(), { scope: 'base', attributes: ['memberOf'] })
      return [searchEntries[0]?.memberOf ?? []].flat()
    }
    await client.modify(group(), change('add', 'member', person()))
    expect(await memberOf()).toContain(group())
    await client.modify(group(), change('delete', 'member', person().toLowerCase()))
    expect(await memberOf()).not.toContain(group())
  })

  it('says when somebody is already in, not in, or nobody', async () => {
    const modify = (operation: 'add' | 'delete', dn: string) =>
      codeOf(client.modify(group(), change(operation, 'member', dn)))
    await client.modify(group(), change('add', 'member', person()))
    expect(await modify('add', person())).toBe('68 00000562')
    await client.modify(group(), change('delete', 'member', person()))
    expect(await modify('delete', person())).toBe('53 00000561')
    expect(await modify('add', `CN=Nobody,${ou}`)).toBe('32 0000208D')
  })

  it('creates a group with its members', async () => {
    const dn = `CN=GRP-Essai,${ou}`
    await client.add(dn, { objectClass: ['top', 'group'], sAMAccountName: 'GRP-Essai', member: [person()] })
    const { searchEntries } = await client.search(dn, { scope: 'base' })
    expect(searchEntries[0]).toMatchObject({ member: person(), groupType: '-2147483646' })
    const again = { objectClass: 'group', sAMAccountName: 'GRP-Essai' }
    expect(await codeOf(client.add(`CN=Autre,${ou}`, again))).toBe('68 00000526')
  })

  it('refuses to create a group whose member does not exist, creating nothing', async () => {
    const dn = `CN=GRP-Vide,${ou}`
    const attributes = { objectClass: 'group', sAMAccountName: 'GRP-Vide', member: [`CN=Nobody,${ou}`] }
    expect(await codeOf(client.add(dn, attributes))).toBe('32 0000208D')
    expect(directory.control.find('GRP-Vide')).toBeUndefined()
  })
})

describe('rename, move and delete', () => {
  it('moves an account; its groups and its password follow', async () => {
    const login = 'lucas.perrin'
    await directory.control.setPassword(login, 'Sable-Chaud-88')
    await directory.control.setAttributes(login, { lockoutTime: ['0'] })
    await client.add('OU=Anciens,DC=widip,DC=lan', { objectClass: 'organizationalUnit' })
    await client.modifyDN(dnOf(directory, login), 'CN=Lucas Perrin-Roy,OU=Anciens,DC=widip,DC=lan')
    const moved = directory.control.find(login)
    expect(moved).toMatchObject({ dn: 'CN=Lucas Perrin-Roy,OU=Anciens,DC=widip,DC=lan' })
    expect(moved?.attributes.cn).toEqual(['Lucas Perrin-Roy'])
    expect(directory.control.find('GG-Accueil')?.attributes.member).toContain(moved?.dn)
    expect(await tryBind(directory, { name: `${login}@widip.lan`, password: 'Sable-Chaud-88' })).toBe('ok')
  })

  it('moves a whole unit', async () => {
    await client.modifyDN('OU=EHPAD Music Art,OU=Clients,DC=widip,DC=lan', 'OU=Music,DC=widip,DC=lan')
    expect(dnOf(directory, 'olivier.faure')).toBe('CN=Olivier Faure,OU=Music,DC=widip,DC=lan')
    const members = directory.control.find('GG-Direction')?.attributes.member
    expect(members).toContain('CN=Olivier Faure,OU=Music,DC=widip,DC=lan')
  })

  it('refuses impossible moves', async () => {
    const move = (from: string, to: string) => codeOf(client.modifyDN(from, to))
    const jean = dnOf(directory, 'jean.dupont')
    expect(await move(jean, `CN=Nadia Cherif,${ou}`)).toBe('68 00002071')
    expect(await move(jean, 'CN=Jean,OU=Nowhere,DC=widip,DC=lan')).toBe('32 0000208D')
    expect(await move(jean, `OU=Jean,${ou}`)).toBe('64 00002073')
    expect(await move(ou, `OU=In,${ou}`)).toBe('53 00002089')
    expect(await move(dnOf(directory, 'Domain Admins'), 'CN=Other')).toBe('53 0000055B')
  })

  it('deletes an account with its memberships, and a unit only when asked for the tree', async () => {
    const dn = dnOf(directory, 'brigitte.salles')
    await client.del(dn)
    expect(directory.control.find('brigitte.salles')).toBeUndefined()
    expect(directory.control.find('GG-Administration')?.attributes.member).not.toContain(dn)
    expect(await codeOf(client.del(dn))).toBe('32 0000208D')
    expect(await codeOf(client.del(ou))).toBe('66 00002015')
    expect(await codeOf(client.del(dnOf(directory, 'Administrator')))).toBe('53 0000055B')
    await client.del(ou, new Control('1.2.840.113556.1.4.805', { critical: true }))
    expect(directory.control.find('jean.dupont')).toBeUndefined()
  })
})
