import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger } from '@hub/kernel'
import { startWorkflows } from '@hub/workflows'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Lab, startLab } from './lab.ts'
import { addressesOf, openEvery } from './open-every-address.ts'
import { ask, paths } from './paths.ts'

let lab: Lab
let receiver: Server
let folder: string
let workflows: { close(): Promise<void> }
const received: { path: string; body: string }[] = []

beforeAll(async () => {
  lab = await startLab()
  folder = await mkdtemp(join(tmpdir(), 'hub-notify-'))
  receiver = createServer(async (req, res) => {
    let body = ''
    for await (const chunk of req) body += String(chunk)
    received.push({ path: req.url ?? '', body })
    res.end('ok')
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const at = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
  const events = ['new_request', 'rejected', 'deferred']
  const channels = ['teams', 'slack', 'webhook'].map((type) => ({
    ...{ name: type, type, url: `${at}/${type}`, events, perMinute: 600 },
    ...(type === 'webhook' && { secret: `whsec_${randomBytes(32).toString('base64')}` }),
  }))
  const file = join(folder, 'channels.yaml')
  await writeFile(file, JSON.stringify({ allowInsecureLoopback: true, channels }))
  const log = createLogger({ name: 'workflows' }, { write: (line: string) => void lab.hub.logs.push(line) })
  const env = { ...lab.hub.env, NOTIFICATIONS_FILE: file, HUB_PUBLIC_URL: lab.hub.url }
  workflows = await startWorkflows(env, {
    bus: lab.hub.bus,
    log,
    clock: lab.clock,
    withoutEngine: true,
  })
}, 120_000)
afterAll(async () => {
  await workflows?.close()
  receiver?.close()
  await lab?.close()
  if (folder) await rm(folder, { recursive: true })
})

it.each(paths)(
  'previews by link opening: no address of a notification about what was asked over %s decides',
  { timeout: 60_000 },
  async (path) => {
    received.length = 0
    const { approval } = await ask(lab, path, { login: 'helene.caron' })
    const { approvalId } = approval
    const told = await vi.waitUntil(
      () => {
        const mine = received.filter(({ body }) => body.includes(approvalId))
        return new Set(mine.map((one) => one.path)).size === 3 && mine
      },
      { timeout: 20_000, interval: 50 },
    )
    const before = await lab.facts(approvalId)
    const addresses = addressesOf(told.map(({ body }) => body).join('\n'), lab.hub, approvalId)
    expect(addresses).toContain(`/safeguard/${approvalId}`)
    await openEvery(lab.hub, addresses, [undefined, lab.as('jdupont').token, lab.as('khora').token])
    expect(await lab.facts(approvalId)).toEqual(before)
    await lab.clear()
  },
)
