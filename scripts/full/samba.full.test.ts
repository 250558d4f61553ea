import { readFile } from 'node:fs/promises'
import { connect } from 'node:tls'
import { Attribute, Change, Client } from 'ldapts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type RunningSamba, startSamba } from './samba.ts'

const unicodePassword = (password: string) => Buffer.from(`"${password}"`, 'utf16le')

describe('startSamba', () => {
  let samba: RunningSamba
  let ca: string

  beforeAll(async () => {
    samba = await startSamba()
    ca = await readFile(samba.caFile, 'utf8')
  }, 300_000)

  afterAll(async () => {
    await samba.close()
  })

  async function bind(user: string, password: string): Promise<Client> {
    const client = new Client({
      url: samba.url,
      tlsOptions: { ca, rejectUnauthorized: true },
      timeout: 10_000,
    })
    await client.bind(user, password)
    return client
  }

  it('finds an account over verified LDAPS', async () => {
    const client = await bind(samba.adminUpn, samba.adminPassword)
    const found = await client.search(samba.baseDn, {
      filter: '(sAMAccountName=Administrator)',
      attributes: ['cn'],
    })
    expect(found.searchEntries.map((entry) => entry.cn)).toEqual(['Administrator'])
    await client.unbind()
  })

  it('resets a password that the person can then bind with', async () => {
    const admin = await bind(samba.adminUpn, samba.adminPassword)
    const dn = `CN=Marie Dupont,CN=Users,${samba.baseDn}`
    const attributes = {
      objectClass: ['top', 'person', 'organizationalPerson', 'user'],
      sAMAccountName: ['marie.dupont'],
      userPrincipalName: ['marie.dupont@widip.lan'],
      unicodePwd: [unicodePassword('First-Pass-2026')],
      userAccountControl: ['512'],
    }
    await admin.add(
      dn,
      Object.entries(attributes).map(([type, values]) => new Attribute({ type, values })),
    )
    const modification = new Attribute({ type: 'unicodePwd', values: [unicodePassword('Second-Pass-2026')] })
    await admin.modify(dn, new Change({ operation: 'replace', modification }))
    const person = await bind('marie.dupont@widip.lan', 'Second-Pass-2026')
    await person.unbind()
    await expect(bind('marie.dupont@widip.lan', 'Third-Pass-2026')).rejects.toMatchObject({ code: 49 })
    await admin.unbind()
  })

  it('has a certificate that the system authorities do not vouch for', async () => {
    const client = new Client({ url: samba.url, timeout: 10_000 })
    await expect(client.bind(samba.adminUpn, samba.adminPassword)).rejects.toThrow(/certificate/)
  })

  it('is gone after close', async () => {
    const second = await startSamba()
    expect(second.url).not.toBe(samba.url)
    const { hostname } = new URL(second.url)
    await second.close()
    // A connection of the last instant may still be reset; soon after, nobody listens any more.
    await vi.waitFor(
      async () => {
        const refused = await new Promise((resolve) => connect(636, hostname).once('error', resolve))
        expect(refused).toMatchObject({ code: 'ECONNREFUSED' })
      },
      { timeout: 5_000 },
    )
  }, 60_000)
})
