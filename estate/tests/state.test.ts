import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startEstate } from '../src/index.ts'
import { openGlpi } from './glpi-client.ts'

const dataDir = await mkdtemp(join(tmpdir(), 'estate-'))
afterAll(() => rm(dataDir, { recursive: true }))

it('keeps tickets and alerts over a restart, and new secrets each time', async () => {
  const first = await openGlpi({ dataDir })
  await first.send('POST', '/ITILFollowup', { input: { itemtype: 'Ticket', items_id: 1234, content: 'Vu' } })
  await first.estate.play('switch-down', 'SWITCH-MUSIC-001')
  await first.estate.close()
  expect((await readdir(dataDir)).filter((name) => name.endsWith('.tmp'))).toEqual([])

  const second = await startEstate({ dataDir })
  expect(second.glpi.rows('ITILFollowup', { items_id: 1234 })).toMatchObject([{ content: 'Vu' }])
  expect(second.observium.rows('devices', { hostname: 'SWITCH-MUSIC-001' })).toMatchObject([{ status: '0' }])
  expect(second.glpi.appToken).not.toBe(first.estate.glpi.appToken)
  await second.close()
})

it('takes secrets from its options', async () => {
  const estate = await startEstate({
    secrets: { glpiAppToken: 'given-app', observiumPassword: 'given-password' },
  })
  expect([estate.glpi.appToken, estate.observium.password]).toEqual(['given-app', 'given-password'])
  await estate.close()
})

it('refuses a state file it does not understand', async () => {
  const broken = await mkdtemp(join(tmpdir(), 'estate-'))
  await writeFile(join(broken, 'estate.json'), '{"version":99}')
  await expect(startEstate({ dataDir: broken })).rejects.toThrow('not of this version')
  await writeFile(join(broken, 'estate.json'), '{"vers')
  await expect(startEstate({ dataDir: broken })).rejects.toThrow('cannot read its state file')
  await rm(broken, { recursive: true })
})

it('builds the same world twice for the same moment', async () => {
  const now = new Date('2026-03-10T10:00:00Z')
  const [one, two] = await Promise.all([startEstate({ now }), startEstate({ now })])
  expect(one.glpi.rows('Ticket')).toEqual(two.glpi.rows('Ticket'))
  expect(one.observium.rows('ports')).toEqual(two.observium.rows('ports'))
  await Promise.all([one.close(), two.close()])
})

it('serves the model servers on the same port, the Mistral one behind its key', async () => {
  const estate = await startEstate()
  const ollama = await fetch(`${estate.ollama.url}/api/tags`)
  expect(await ollama.json()).toMatchObject({ models: expect.any(Array) })
  const models = (key: string) =>
    fetch(`${estate.mistral.url}/v1/models`, { headers: { Authorization: `Bearer ${key}` } })
  expect([(await models('nope')).status, (await models(estate.mistral.apiKey)).status]).toEqual([401, 200])
  expect(estate.ollama.control.requests).toHaveLength(1)
  await estate.close()
})
