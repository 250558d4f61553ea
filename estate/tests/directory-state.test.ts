import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asService, change, dnOf, openDirectory, quoted, tryBind } from './directory-setup.ts'

const password = 'Orage-Lointain-3'
let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'directory-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

describe('kept state', () => {
  it('survives a restart: entries, groups, passwords, GUIDs and the authority', async () => {
    const first = await openDirectory({ dataDir })
    const dn = dnOf(first, 'jean.dupont')
    await asService(first, async (client) => {
      await client.modify(dn, change('replace', 'unicodePwd', quoted(password)))
      await client.modify(dnOf(first, 'GG-VIP'), change('add', 'member', dn))
      await client.add('CN=Neuf,OU=Services,DC=widip,DC=lan', { objectClass: 'user', sAMAccountName: 'neuf' })
    })
    const before = first.control.find('jean.dupont')
    await first.close()

    const second = await openDirectory({ dataDir, people: [] })
    expect(second.caPem).toBe(first.caPem)
    expect(second.control.find('jean.dupont')).toEqual(before)
    expect(second.control.find('GG-VIP')?.attributes.member).toContain(dn)
    expect(await tryBind(second, { name: 'jean.dupont@widip.lan', password })).toBe('ok')
    await asService(second, (client) =>
      client.add('CN=Dix,OU=Services,DC=widip,DC=lan', { objectClass: 'user', sAMAccountName: 'dix' }),
    )
    const sidOf = (login: string) => second.control.find(login)?.attributes.objectSid
    expect(sidOf('dix')).not.toEqual(sidOf('neuf'))
    await second.close()
  })

  it('has each write on disk before it is answered', async () => {
    const directory = await openDirectory({ dataDir })
    const dn = dnOf(directory, 'jean.dupont')
    await asService(directory, (client) => client.modify(dn, change('replace', 'title', 'Durable')))
    expect(await readFile(join(dataDir, 'directory.json'), 'utf8')).toContain('Durable')
    await directory.close()
  })

  it('is readable by its owner only and holds no password', async () => {
    const directory = await openDirectory({ dataDir, bindPassword: 'Cle-Du-Service-9' })
    await directory.control.setPassword('jean.dupont', password)
    await directory.close()
    const files = await readdir(dataDir)
    expect(files.sort()).toEqual(['ad-ca.pem', 'ad-server.key', 'ad-server.pem', 'directory.json'])
    for (const file of files) {
      expect((await stat(join(dataDir, file))).mode & 0o777).toBe(0o600)
      expect(await readFile(join(dataDir, file), 'utf8')).not.toMatch(/Orage-Lointain|Cle-Du-Service/)
    }
  })

  it('gives the service account the password of this start', async () => {
    const first = await openDirectory({ dataDir, bindPassword: 'Premier-Secret-1' })
    await first.close()
    const second = await openDirectory({ dataDir, bindPassword: 'Second-Secret-2' })
    const name = second.bindDn
    expect(await tryBind(second, { name, password: 'Premier-Secret-1' })).toBe('52e')
    expect(await tryBind(second, { name, password: 'Second-Secret-2' })).toBe('ok')
    await second.close()
  })

  it('refuses a state it does not understand, and renews broken certificates', async () => {
    await writeFile(join(dataDir, 'directory.json'), '{"format":99}')
    await expect(openDirectory({ dataDir })).rejects.toThrow(/directory\.json is not a directory state/)
    await rm(join(dataDir, 'directory.json'))
    const first = await openDirectory({ dataDir })
    await first.close()
    const other = await openDirectory({ people: [] })
    await writeFile(join(dataDir, 'ad-ca.pem'), other.caPem)
    await other.close()
    const second = await openDirectory({ dataDir })
    expect(second.caPem).not.toBe(other.caPem)
    await asService(second, (client) => client.search('', { scope: 'base' }))
    await second.close()
  })

  it('keeps nothing without a folder', async () => {
    const first = await openDirectory()
    await first.control.setPassword('jean.dupont', password)
    await first.close()
    const second = await openDirectory()
    expect(await second.control.passwordMatches('jean.dupont', password)).toBe(false)
    await second.close()
  })
})
