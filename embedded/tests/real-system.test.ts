import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger } from '@hub/kernel'
import { expect, it } from 'vitest'
import { startHub } from '../src/index.ts'

it('hears nothing of the demo world once one system is a real one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-real-'))
  const env = {
    HUB_DATA_DIR: folder,
    HUB_PORT: '0',
    MCP_PORT: '0',
    ESTATE_PORT: '0',
    GLPI_URL: 'http://127.0.0.1:9/apirest.php',
    GLPI_APP_TOKEN: 'app',
    GLPI_USER_TOKEN: 'user',
    HUB_DEMO_PASSWORD: 'a password of our own',
  }
  const hub = await startHub(env, createLogger({ name: 'test', level: 'silent' }))
  await hub.estate.play('switch-down', 'SWITCH-MUSIC-001')
  await hub.estate.play('new-ticket')
  expect(hub.estate.observium.deliveries()).toEqual([])
  expect(hub.estate.glpiV2.deliveries()).toEqual([])
  await hub.close()
  await rm(folder, { recursive: true })
}, 180_000)
