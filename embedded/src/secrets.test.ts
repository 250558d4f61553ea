import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSecrets } from './secrets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('makes the secrets once, for their owner only', () => {
  const secrets = openSecrets(folder)
  expect(openSecrets(folder)).toEqual(secrets)
  expect(new Set(Object.values(secrets)).size).toBe(Object.keys(secrets).length)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o077).toBe(0)
})

it('keeps those of an older version and adds what is new', () => {
  const { observiumWebhookSecret, glpiWebhookSecret, ...older } = openSecrets(folder)
  const file = join(folder, 'secrets.json')
  writeFileSync(file, JSON.stringify(older))
  const secrets = openSecrets(folder)
  expect(secrets).toMatchObject(older)
  expect(secrets.glpiWebhookSecret).not.toBe(glpiWebhookSecret)
  expect(secrets.observiumWebhookSecret).not.toBe(observiumWebhookSecret)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(secrets)
})
