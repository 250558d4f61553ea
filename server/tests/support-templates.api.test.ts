import { builtInTexts, SupportTemplate, SupportTemplates, TemplateHistory } from '@hub/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const base = '/api/workflows/templates'
const path = `${base}/unlock_done/fr`
const builtIn = builtInTexts.unlock_done.fr
let hub: TestHub
let chief: ApiClient
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
  chief = await signIn(hub, 'abenali')
})
afterAll(() => hub?.close())

const put = (body: unknown, seen: string = builtIn) => chief.send('PUT', path, { body, seen })
const inForce = async () => {
  const { items } = SupportTemplates.parse((await chief.get(base)).body)
  return items.find(({ name, language }) => name === 'unlock_done' && language === 'fr')
}

it('are read and changed from N3 only', async () => {
  const other = await signIn(hub, 'slegrand')
  expect(await other.get(base)).toMatchObject({ status: 403 })
  expect(await other.send('PUT', path, { body: 'Bonjour', seen: builtIn })).toMatchObject({ status: 403 })
  expect(await other.send('DELETE', path, { seen: builtIn })).toMatchObject({ status: 403 })
  const { items } = SupportTemplates.parse((await chief.get(base)).body)
  expect(items).toHaveLength(10)
  expect(await inForce()).toMatchObject({ body: builtIn, isEdited: false, words: ['login', 'ticket'] })
})

it('refuse what is empty, too long or in unknown braces, and name the field', async () => {
  const fieldOf = async (body: unknown) => {
    const { status, body: answer } = await put(body)
    return [status, (answer.error as { fields?: { path: string }[] }).fields?.map((field) => field.path)]
  }
  for (const body of ['', '   ', 'x'.repeat(4_001), 'Bonjour {prenom}', '{ login }', undefined])
    expect(await fieldOf(body)).toEqual([400, ['body']])
  expect(await put('Bonjour {prenom}')).toMatchObject({
    body: { error: { reason: 'template.words', message: 'Inconnu dans ce texte : {prenom}.' } },
  })
  // The account is not known while it is asked for.
  const asked = { body: 'Bonjour {login}', seen: builtInTexts.ask_who.fr }
  expect(await chief.send('PUT', `${base}/ask_who/fr`, asked)).toMatchObject({ status: 400 })
  expect(await chief.send('PUT', `${base}/goodbye/fr`, asked)).toMatchObject({ status: 400 })
  expect(await chief.send('PUT', `${base}/ask_who/de`, asked)).toMatchObject({ status: 400 })
  expect(await hub.db.userAuditLog.count({ where: { action: { startsWith: 'workflow.template' } } })).toBe(0)
})

it('are changed, told apart from what another person saw, and put back, with a history', async () => {
  const first = 'Bonjour, {login} est ouvert (ticket {ticket}).'
  expect(SupportTemplate.parse((await put(first)).body)).toMatchObject({
    body: first,
    changedBy: 'Amine Benali',
  })
  expect(await put('Autre')).toMatchObject({ status: 409, body: { error: { reason: 'template.changed' } } })
  expect(await chief.send('DELETE', path, { seen: builtIn })).toMatchObject({ status: 409 })
  expect(await inForce()).toMatchObject({ body: first, isEdited: true })
  expect(await put('Deuxième', first)).toMatchObject({ status: 200 })
  expect(await chief.send('DELETE', path, { seen: 'Deuxième' })).toMatchObject({ status: 200 })
  expect(await inForce()).toMatchObject({ body: builtIn, isEdited: false, changedBy: null })
  const { items } = TemplateHistory.parse((await chief.get(`${path}/history`)).body)
  expect(items.map(({ by, body }) => [by, body])).toEqual([
    ['Amine Benali', null],
    ['Amine Benali', 'Deuxième'],
    ['Amine Benali', first],
  ])
  const other = TemplateHistory.parse((await chief.get(`${base}/unlock_done/en/history`)).body)
  expect(other.items).toEqual([])
})

it('keep one of two who save at once', async () => {
  const answers = await Promise.all(['Un', 'Deux', 'Trois'].map((body) => put(body)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
})
