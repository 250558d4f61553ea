import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger } from '@hub/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadChannels } from '../src/notifications/channels/load-channels.ts'
import { openChannels } from '../src/notifications/channels/open-channels.ts'
import { startHttpReceiver } from './harness/http-receiver.ts'
import { whsec } from './harness/notify-lab.ts'
import { spawnProgram } from './harness/spawn-process.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-channels-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function load(text: string) {
  const file = join(folder, 'channels.yaml')
  await writeFile(file, text)
  return loadChannels(file)
}

const slack = 'channels:\n  - name: n3\n    type: slack\n'

it('fills in what is left out, and reads secrets from files beside it', async () => {
  await writeFile(join(folder, 'url.txt'), 'https://hooks.slack.example/services/T/B/SECRET\n')
  const channels = await load(`${slack}    urlFile: url.txt\n`)
  expect(channels).toMatchObject({
    timeZone: 'Europe/Paris',
    all: [{ language: 'fr', minLevel: 'L3', perMinute: 20 }],
  })
  const [channel] = channels?.all ?? []
  expect([...(channel?.kinds ?? [])]).toEqual([
    'new_request',
    'escalated',
    'unknown',
    'failed',
    'break_glass',
    'policy_problem',
  ])
  expect(channel).toMatchObject({
    target: { url: new URL('https://hooks.slack.example/services/T/B/SECRET') },
  })
})

it.each([
  ['a plain address', 'url: http://hooks.example/SECRET', 'line 4: channels.0.url: must begin with https:'],
  [
    'an account in the address',
    'url: https://u:SECRET@hooks.example/',
    'line 4: channels.0.url: must not hold',
  ],
  ['a private address', 'url: https://10.0.0.7/SECRET', 'line 4: channels.0.url: has a private address'],
  ['a metadata address', 'url: https://169.254.169.254/SECRET\n    allowPrivate: true', 'line 4'],
  ['loopback', 'url: http://127.0.0.1/SECRET', 'line 4: channels.0.url: must begin with https:'],
  ['no address', 'language: en', 'line 2: channels.0.url: set either url or urlFile'],
  ['two addresses', 'url: https://a.example/SECRET\n    urlFile: x', 'line 4: channels.0.url: set either'],
  ['a file that is not there', 'urlFile: SECRET', 'line 4: channels.0.urlFile: cannot be read (ENOENT)'],
  [
    'an unknown event',
    'url: https://a.example/SECRET\n    events: [new_request, boom]',
    'line 5: channels.0.events.1',
  ],
  [
    'an unknown key',
    'url: https://a.example/SECRET\n    colour: red',
    'line 5: channels.0.colour: is not expected',
  ],
  ['a forgotten space', 'url:https://a.example/SECRET', 'cannot be read as YAML'],
  ['an address as a key', 'https://a.example/SECRET: 1', 'holds a key that is not expected'],
  ['an unknown alias', 'url: *SECRET', 'cannot be read as YAML'],
])('says where %s is wrong without quoting it', async (_name, lines, message) => {
  const told = await load(`${slack}    ${lines}\n`).catch((error: unknown) => error)
  expect(told).toMatchObject({ name: 'ConfigError', message: expect.stringContaining(message) })
  const { message: text, stack, cause } = told as Error
  expect(`${text} ${stack} ${String(cause)}`).not.toMatch(/SECRET/)
})

it('wants names of their own, real time zones and strong signing secrets', async () => {
  const one = '  - { name: one, type: teams, url: "https://a.example/x" }\n'
  await expect(load(`channels:\n${one}${one}`)).rejects.toThrow(
    'line 3: channels.1.name: is the name of another',
  )
  await expect(load('timeZone: Mars/Olympus\nchannels: []\n')).rejects.toThrow(
    'line 1: timeZone: is no time zone',
  )
  const webhook = (secret: string) =>
    load(`channels:\n  - { name: w, type: webhook, url: "https://a.example/", secret: "${secret}" }\n`)
  await expect(webhook('whsec_c2hvcnQ=')).rejects.toThrow('must be whsec_ and 24 to 64 bytes')
  await expect(webhook(whsec)).resolves.toMatchObject({ all: [{ type: 'webhook' }] })
})

it('takes mail relays only with TLS, and no options in the address', async () => {
  const mail = (smtpUrl: string) =>
    load(
      `channels:\n  - { name: m, type: email, smtpUrl: "${smtpUrl}", from: a@b.example, to: [c@d.example] }\n`,
    )
  await expect(mail('smtps://u:p%40ss@relay.example')).resolves.toMatchObject({
    all: [{ relay: { port: 465, isImplicitTls: true, auth: { user: 'u', pass: 'p@ss' } } }],
  })
  await expect(mail('smtp://relay.example?tls.rejectUnauthorized=false')).rejects.toThrow(
    'must end after host and port',
  )
  await expect(mail('https://relay.example')).rejects.toThrow('must be smtps://host or smtp://host')
})

it('tells nobody without a file, and says so when one was named', async () => {
  const lines: string[] = []
  const log = createLogger({ name: 'test' }, { write: (line: string) => void lines.push(line) })
  expect(await openChannels(undefined, log)).toBeNull()
  expect(lines).toHaveLength(0)
  expect(await openChannels(join(folder, 'none.yaml'), log)).toBeNull()
  expect(lines.join()).toContain('nobody is told')
})

it('sends a message on request of the command line', async () => {
  const receiver = await startHttpReceiver()
  const file = join(folder, 'test.yaml')
  const channel = `{ name: n3, type: teams, url: "${receiver.url}" }`
  await writeFile(file, `allowInsecureLoopback: true\nchannels:\n  - ${channel}\n`)
  const run = async (name: string) => {
    const program = 'workflows/src/notifications/notify-test.ts'
    const { child, output } = spawnProgram(program, {
      env: { NOTIFICATIONS_FILE: file },
      args: [name],
      cwd: folder,
    })
    const [code] = await once(child, 'close')
    return { code, text: output().trim() }
  }
  expect(await run('n3')).toEqual({ code: 0, text: 'n3: accepted' })
  expect(receiver.received[0]?.body).toContain('Message de test du Hub')
  expect(await run('n4')).toMatchObject({ code: 1, text: expect.stringContaining('channels: n3') })
  receiver.script({ status: 404 })
  expect(await run('n3')).toEqual({ code: 1, text: 'n3: not delivered: HTTP 404' })
  await receiver.close()
})
