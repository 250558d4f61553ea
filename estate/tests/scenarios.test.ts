import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { startEstate } from '../src/index.ts'

const estate = await startEstate()
afterAll(() => estate.close())

const run = promisify(execFile)
const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))

async function command(args: string[], port = new URL(estate.url).port) {
  const env = { ...process.env, ESTATE_PORT: port }
  const result = await run(process.execPath, [cli, ...args], { env }).then(
    (done) => ({ ...done, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  )
  return { code: result.code, out: result.stdout.trim(), err: result.stderr.trim() }
}

const device = (hostname: string) => estate.observium.rows('devices', { hostname })[0]

describe('scenarios from the command line', () => {
  it('are listed by --help', async () => {
    const { code, out } = await command(['--help'])
    expect(code).toBe(0)
    for (const name of ['lock-account <login>', 'switch-down <host>', 'switch-up <host>', 'new-ticket']) {
      expect(out).toContain(name)
    }
  })

  it('fail with one line and code 1', async () => {
    expect(await command(['dance'])).toEqual({
      code: 1,
      out: '',
      err: 'There is no scenario dance; --help lists them',
    })
    expect(await command(['switch-down'])).toMatchObject({ code: 1, err: 'Usage: switch-down <host>' })
    expect(await command(['switch-down', 'NOPE'])).toMatchObject({
      code: 1,
      err: 'Observium knows no device NOPE',
    })
    expect(await command(['new-ticket'], '1')).toMatchObject({
      code: 1,
      err: 'The estate is not running at http://127.0.0.1:1',
    })
  })

  it('lock an account', async () => {
    expect(await command(['lock-account', 'jean.dupont'])).toMatchObject({
      code: 0,
      out: 'jean.dupont is locked and wrote ticket 5679 (EHPAD Les Jardins)',
    })
    expect(estate.directory.control.find('jean.dupont')).toBeDefined()
    expect((await command(['lock-account', 'nobody'])).code).toBe(1)
  })

  it('write a new ticket', async () => {
    const before = estate.glpi.rows('Ticket').length
    const { out } = await command(['new-ticket'])
    expect(out).toMatch(/^Ticket 5680: .+\(.+\)$/)
    expect(estate.glpi.rows('Ticket')).toHaveLength(before + 1)
    expect(estate.glpi.row('Ticket', 5680)).toMatchObject({ status: 1 })
  })
})

describe('a switch that goes down', () => {
  it('takes what hangs from it along, alerts the Hub, and comes back', async () => {
    const received: { token: string | undefined; body: Record<string, string> }[] = []
    const hub = createServer(async (request, response) => {
      const chunks = await request.toArray()
      received.push({
        token: request.headers.authorization,
        body: JSON.parse(Buffer.concat(chunks).toString()),
      })
      response.end('{"status":"successful"}')
    }).listen(0, '127.0.0.1')
    await once(hub, 'listening')
    const url = `http://127.0.0.1:${(hub.address() as AddressInfo).port}/hook`
    estate.observium.setWebhook({ url, token: 'shared-token' })

    await command(['switch-down', 'SWITCH-MUSIC-001'])
    expect(device('SWITCH-MUSIC-001')).toMatchObject({ status: '0', status_type: 'ping' })
    expect(device('AP-MUSIC-01')).toMatchObject({ status: '0' })
    expect(device('FW-MUSIC')).toMatchObject({ status: '1' })
    expect(estate.observium.rows('ports', { ifAlias: 'LIEN SWITCH-MUSIC-001' })).toMatchObject([
      { ifOperStatus: 'down' },
    ])
    expect(received.map(({ body }) => [body.ALERT_STATE, body.DEVICE_HOSTNAME, body.CONDITIONS])).toEqual([
      ['ALERT', 'SWITCH-MUSIC-001', 'device_status equals 0 (0)'],
      ['ALERT', 'AP-MUSIC-01', 'device_status equals 0 (0)'],
    ])
    expect(received[0]?.token).toBe('shared-token')

    await command(['switch-up', 'SWITCH-MUSIC-001'])
    expect(device('AP-MUSIC-01')).toMatchObject({ status: '1' })
    expect(received.slice(2).map(({ body }) => body.ALERT_STATE)).toEqual(['RECOVER', 'RECOVER'])
    expect(estate.observium.deliveries().every((delivery) => delivery.isDelivered)).toBe(true)
    hub.close()
  })
})

describe('the control endpoint', () => {
  it('refuses browser pages', async () => {
    const response = await fetch(`${estate.url}/_estate/scenarios/new-ticket`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://evil.example' },
      body: '{"args":[]}',
    })
    expect(response.status).toBe(403)
  })
})
