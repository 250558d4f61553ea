import { type Client, EqualityFilter, escapeFilter, type SearchOptions, type SearchResult } from 'ldapts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../src/data/people.ts'
import type { Directory } from '../src/directory/index.ts'
import { connect, dnOf, openDirectory, refusal } from './directory-setup.ts'

let directory: Directory
let client: Client

beforeAll(async () => {
  directory = await openDirectory({ limits: { maxPageSize: 20, maxValueRange: 3 } })
  client = connect(directory)
  await client.bind(directory.bindDn, directory.bindPassword)
})
afterAll(async () => {
  await client.unbind()
  await directory.close()
})

async function logins(filter: string, options: SearchOptions = {}): Promise<string[]> {
  const found = await client.search(directory.baseDn, {
    filter,
    attributes: ['sAMAccountName'],
    paged: { pageSize: 15 },
    ...options,
  })
  return found.searchEntries.map((entry) => String(entry.sAMAccountName)).sort()
}

const loginsWhere = (test: (person: (typeof people)[number]) => boolean) =>
  people
    .filter(test)
    .map((person) => person.login)
    .sort()

describe('filters', () => {
  it.each([
    [
      '(&(objectCategory=person)(objectClass=user)(|(sAMAccountName=X)(mail=JEAN.DUPONT@ehpad-les-jardins.example)))',
      ['jean.dupont'],
    ],
    ['(&(sn=Martin)(givenName=Marie))', ['marie.martin', 'marie.martin2']],
    ['(&(objectClass=user)(displayName=é*d*))', ['edouard.vidal', 'elodie.lambert']],
    ['(&(objectClass=user)(displayName=*Goff))', ['yann.legoff']],
    ['(sAMAccountName~=Khora)', ['khora']],
    ['(anr=dupont jul)', ['jdupont']],
    ['(sAMAccountName:=khora)', ['khora']],
    ['(&(sn=Caron)(!(lockoutTime>=1)))', ['helene.caron']],
    ['(&(sn=Caron)(!(noSuchAttribute=1)))', []],
    ['(&(sn=Caron)(!(msDS-User-Account-Control-Computed=16)))', []],
    ['(&(sn=Caron)(unicodePwd=*))', []],
    ['(&(objectClass=user)(manager=*))', []],
  ])('%s', async (filter, expected) => {
    const found = await logins(filter)
    expect(found).toEqual(expected)
  })

  it('finds people by bits, by order and by their absence', async () => {
    const disabled = await logins('(userAccountControl:1.2.840.113556.1.4.803:=2)')
    expect(disabled).toEqual([...loginsWhere((person) => person.disabled), 'Guest', 'krbtgt'].sort())
    expect(await logins('(&(objectClass=user)(lockoutTime>=1))')).toEqual(
      loginsWhere((person) => person.locked),
    )
    const either = await logins('(&(userAccountControl:1.2.840.113556.1.4.804:=65538)(mail=*))')
    expect(either).toEqual(loginsWhere((person) => person.disabled || person.service))
    expect(await logins('(&(objectCategory=person)(!(mail=*)))')).toEqual(
      ['Administrator', 'Guest', 'krbtgt', 'svc-hub'].sort(),
    )
    expect(await logins('(&(sn=Caron)(whenCreated<=20000101000000.0Z))')).toEqual([])
  })

  it('follows nested groups in both directions', async () => {
    const client = dnOf(directory, 'GRP-EHPAD Les Jardins')
    const inChain = '1.2.840.113556.1.4.1941'
    const members = await logins(`(&(objectClass=user)(memberOf:${inChain}:=${client}))`)
    expect(members).toEqual(loginsWhere((person) => person.client === 'EHPAD Les Jardins'))
    expect(await logins(`(&(objectClass=user)(memberOf=${client}))`)).toEqual([])
    const person = dnOf(directory, 'jean.dupont')
    const groups = await logins(`(member:${inChain}:=${person})`)
    expect(groups).toEqual(
      ['GG-Dossier-Resident', 'GG-VPN', 'GRP-EHPAD Les Jardins', 'GRP-EHPAD Les Jardins-Soins'].sort(),
    )
  })

  it('finds an entry by its binary GUID and by special names', async () => {
    const login = 'jean.dupont'
    const guid = String(directory.control.find(login)?.attributes.objectGUID)
    const value = Buffer.from(guid, 'hex')
    const byGuid = await client.search(directory.baseDn, {
      filter: new EqualityFilter({ attribute: 'objectGUID', value }),
      explicitBufferAttributes: ['objectGUID', 'objectSid'],
    })
    expect(byGuid.searchEntries.map((entry) => entry.sAMAccountName)).toEqual([login])
    expect(byGuid.searchEntries[0]?.objectGUID).toEqual(value)
    const byName = await client.search(`<GUID=${guid}>`, { scope: 'base', attributes: ['cn'] })
    expect(byName.searchEntries[0]?.dn).toBe(dnOf(directory, login))
  })

  it('takes text with filter characters as text', async () => {
    expect(await logins(escapeFilter`(sAMAccountName=${'*'})`)).toEqual([])
    expect(await logins(escapeFilter`(displayName=${'Jean Dupont)(cn=*'})`)).toEqual([])
  })
})

describe('what an entry shows', () => {
  const read = async (login: string, attributes: string[] = []) => {
    const explicitBufferAttributes = ['tokenGroups', 'objectSid']
    const options: SearchOptions = { scope: 'base', attributes, explicitBufferAttributes }
    const { searchEntries } = await client.search(dnOf(directory, login), options)
    return searchEntries[0]
  }

  it('computes lockout and password age only when asked by name', async () => {
    const plain = await read('lucas.perrin')
    expect(Object.keys(plain ?? {}).filter((name) => /Computed|tokenGroups|unicodePwd/.test(name))).toEqual(
      [],
    )
    const computed = ['msDS-User-Account-Control-Computed', 'msDS-UserPasswordExpiryTimeComputed']
    expect(await read('lucas.perrin', computed)).toMatchObject({ [computed[0] ?? '']: '16' })
    expect(await read('valerie.blanc', computed)).toMatchObject({ [computed[0] ?? '']: '8388608' })
    expect(await read('sandrine.gomez', computed)).toMatchObject({ [computed[1] ?? '']: '0' })
    expect(await read('svc-hub', computed)).toMatchObject({ [computed[1] ?? '']: '9223372036854775807' })
  })

  it('selects attributes, keeps the names of the schema and shows absent ones as empty', async () => {
    expect(await read('jean.dupont', ['SAMACCOUNTNAME', 'description'])).toEqual({
      dn: dnOf(directory, 'jean.dupont'),
      sAMAccountName: 'jean.dupont',
      description: [],
    })
    expect(await read('jean.dupont', ['1.1'])).toEqual({ dn: dnOf(directory, 'jean.dupont'), '1.1': [] })
  })

  it('marks the privileged and gives well-known SIDs', async () => {
    const admins = await read('Domain Admins', ['adminCount', 'objectSid', 'member'])
    expect(admins?.adminCount).toBe('1')
    expect(Buffer.from(admins?.objectSid as Buffer).readUInt32LE(24)).toBe(512)
    expect((await read('adm-khora', ['adminCount']))?.adminCount).toBe('1')
    const tokens = (await read('adm-khora', ['tokenGroups']))?.tokenGroups as Buffer[]
    const rids = tokens.map((sid) => sid.readUInt32LE(sid.length - 4))
    expect(rids).toEqual(expect.arrayContaining([512, 513, 544]))
  })

  it('cuts long lists into ranges', async () => {
    const vpn = people.filter((person) => person.groups.includes('GG-VPN')).length
    const first = await read('GG-VPN', ['member'])
    expect(first?.['member;range=0-2']).toHaveLength(3)
    const rest = await read('GG-VPN', [`member;range=${vpn - 2}-*`])
    expect(rest?.[`member;range=${vpn - 2}-*`]).toHaveLength(2)
  })
})

describe('scope, limits and pages', () => {
  it('reads the base, one level or everything below', async () => {
    const ou = 'OU=Clients,DC=widip,DC=lan'
    const count = async (scope: 'base' | 'one' | 'sub' | 'children') =>
      (await client.search(ou, { scope, attributes: ['1.1'], paged: true })).searchEntries.length
    const clients = new Set(people.map((person) => person.client)).size
    expect(await count('base')).toBe(1)
    expect(await count('one')).toBe(clients)
    expect(await count('sub')).toBe((await count('children')) + 1)
  })

  it('gives every entry once over pages, and the continuation references with the last', async () => {
    const options = { filter: '(objectClass=user)', attributes: ['sAMAccountName'] }
    const pages: SearchResult[] = []
    for await (const page of client.searchPaginated(directory.baseDn, {
      ...options,
      paged: { pageSize: 7 },
    })) {
      pages.push(page)
    }
    const names = pages.flatMap((page) => page.searchEntries.map((entry) => entry.sAMAccountName))
    expect(new Set(names).size).toBe(names.length)
    expect(names).toHaveLength(people.length + 4)
    expect(pages.every((page) => page.searchEntries.length <= 7)).toBe(true)
    expect(pages.at(-1)?.searchReferences).toHaveLength(3)
  })

  it('stops at the limit of the client and at its own', async () => {
    const some = await client.search(directory.baseDn, { filter: '(sn=*)', sizeLimit: 2 })
    expect(some.searchEntries).toHaveLength(2)
    expect((await refusal(client.search(directory.baseDn, { filter: '(sn=*)' }))).code).toBe(4)
  })

  it('names what is not there: the best match, another domain, a broken name', async () => {
    const gone = await refusal(client.search('CN=X,OU=Nowhere,OU=Clients,DC=widip,DC=lan'))
    expect(gone.code).toBe(32)
    expect(gone.text).toContain('0000208D')
    expect(gone.text).toContain("'OU=Clients,DC=widip,DC=lan'")
    expect((await refusal(client.search('DC=other,DC=lan'))).code).toBe(10)
    expect((await refusal(client.search('nonsense'))).code).toBe(34)
  })

  it('compares without reading', async () => {
    const dn = dnOf(directory, 'jean.dupont')
    expect(await client.compare(dn, 'title', 'infirmier coordinateur')).toBe(true)
    expect(await client.compare(dn, 'title', 'x')).toBe(false)
    expect((await refusal(client.compare(dn, 'manager', 'x'))).code).toBe(16)
  })
})
