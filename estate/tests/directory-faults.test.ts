import { connect as connectTls } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Directory } from '../src/directory/index.ts'
import { asService, change, connect, dnOf, openDirectory, quoted, refusal } from './directory-setup.ts'

let directory: Directory

beforeEach(async () => {
  directory = await openDirectory()
})
afterEach(() => directory.close())

const title = () => directory.control.find('jean.dupont')?.attributes.title
const setTitle = (value: string) =>
  asService(directory, (client) =>
    client.modify(dnOf(directory, 'jean.dupont'), change('replace', 'title', value)),
  )

describe('faults', () => {
  it('answers busy, unavailable or any other code once', async () => {
    directory.control.fault({ kind: 'busy', operation: 'modify' })
    directory.control.fault({ kind: 'unavailable', operation: 'modify' })
    directory.control.fault({ kind: 'result', operation: 'modify', code: 50, diagnostic: '00000005: SecErr' })
    expect((await refusal(setTitle('a'))).code).toBe(51)
    expect((await refusal(setTitle('a'))).code).toBe(52)
    expect((await refusal(setTitle('a'))).code).toBe(50)
    expect(title()).toEqual(['Infirmier coordinateur'])
    await setTitle('b')
    expect(title()).toEqual(['b'])
  })

  it('drops the connection before or after the work is done', async () => {
    directory.control.fault({ kind: 'drop', when: 'before', operation: 'modify' })
    await expect(setTitle('before')).rejects.toThrow(/Connection closed/)
    expect(title()).toEqual(['Infirmier coordinateur'])
    directory.control.fault({ kind: 'drop', when: 'after', operation: 'modify' })
    await expect(setTitle('after')).rejects.toThrow(/Connection closed/)
    expect(title()).toEqual(['after'])
  })

  it('answers late, and closes every connection on demand', async () => {
    directory.control.fault({ kind: 'delay', ms: 150, operation: 'bind' })
    const client = connect(directory)
    const before = performance.now()
    await client.bind(directory.bindDn, directory.bindPassword)
    expect(performance.now() - before).toBeGreaterThan(140)
    directory.control.dropConnections()
    await vi.waitFor(() => expect(client.isConnected).toBe(false))
    expect((await refusal(client.search(directory.baseDn))).text).toContain('000004DC')
    await client.unbind()
  })
})

describe('concurrency', () => {
  it('adds every member when many connections add at once', async () => {
    const group = dnOf(directory, 'GG-VIP')
    const people = [
      'jean.dupont',
      'marie.martin',
      'lucas.perrin',
      'sandrine.gomez',
      'sofia.rodriguez',
      'kevin.lopez',
    ]
    const dns = people.map((login) => dnOf(directory, login))
    await Promise.all(
      dns.map((dn) => asService(directory, (client) => client.modify(group, change('add', 'member', dn)))),
    )
    expect(directory.control.find('GG-VIP')?.attributes.member).toEqual(expect.arrayContaining(dns))
  })

  it('lets one of two create the same account', async () => {
    const add = (cn: string) =>
      asService(directory, (client) =>
        client.add(`CN=${cn},OU=Services,DC=widip,DC=lan`, { objectClass: 'user', sAMAccountName: 'twin' }),
      )
    const outcomes = await Promise.allSettled([add('A'), add('B'), add('C')])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('lets one of two change a value both have read', async () => {
    const flip = () =>
      asService(directory, (client) =>
        client.modify(dnOf(directory, 'jean.dupont'), [
          change('delete', 'userAccountControl', '512'),
          change('add', 'userAccountControl', '514'),
        ]),
      )
    const outcomes = await Promise.allSettled([flip(), flip()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('answers many requests on one connection, each with its own answer', async () => {
    await asService(directory, async (client) => {
      const logins = ['jean.dupont', 'khora', 'paul.martin', 'svc-hub', 'Administrator']
      const found = await Promise.all(
        logins.map((login) =>
          client.search(directory.baseDn, {
            filter: `(sAMAccountName=${login})`,
            attributes: ['sAMAccountName'],
          }),
        ),
      )
      expect(found.map(({ searchEntries }) => searchEntries[0]?.sAMAccountName)).toEqual(logins)
    })
  })

  it('keeps exactly one of several passwords set at the same time', async () => {
    const passwords = ['Un-Lac-Calme-1', 'Un-Lac-Calme-2', 'Un-Lac-Calme-3']
    await Promise.all(
      passwords.map((password) =>
        asService(directory, (client) =>
          client.modify(dnOf(directory, 'jean.dupont'), change('replace', 'unicodePwd', quoted(password))),
        ),
      ),
    )
    const matches = await Promise.all(
      passwords.map((password) => directory.control.passwordMatches('jean.dupont', password)),
    )
    expect(matches.filter(Boolean)).toHaveLength(1)
  })
})

describe('nonsense on the wire', () => {
  const send = (bytes: Buffer) =>
    new Promise<Buffer>((resolve, reject) => {
      const { port } = new URL(directory.url)
      const socket = connectTls({ port: Number(port), host: '127.0.0.1', ca: directory.caPem })
      const received: Buffer[] = []
      socket.on('data', (chunk) => received.push(chunk))
      socket.on('error', reject)
      socket.on('close', () => resolve(Buffer.concat(received)))
      socket.on('secureConnect', () => socket.write(bytes))
    })

  it.each([
    ['an HTTP request', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['a length that lies inside', Buffer.from('300c02010160070201030480ff8000', 'hex')],
    ['an indefinite length', Buffer.from('3080020101600702010304008000', 'hex')],
    ['a message of 2 GB', Buffer.from('30847fffffff0201016007', 'hex')],
    ['an unknown operation', Buffer.from('30050201017e00', 'hex')],
  ])('says goodbye to %s and goes on serving', async (_what, bytes) => {
    const answer = await send(bytes)
    expect(answer.toString('latin1')).toContain('1.3.6.1.4.1.1466.20036')
    await setTitle('still here')
    expect(title()).toEqual(['still here'])
  })

  it('takes a request that comes byte by byte', async () => {
    const { port } = new URL(directory.url)
    const socket = connectTls({ port: Number(port), host: '127.0.0.1', ca: directory.caPem })
    const answered = new Promise<Buffer>((resolve) => socket.once('data', resolve))
    for (const byte of Buffer.from('300c020101600702010304008000', 'hex')) socket.write(Buffer.from([byte]))
    expect((await answered).toString('hex')).toBe('300c02010161070a010004000400')
    socket.destroy()
  })
})
