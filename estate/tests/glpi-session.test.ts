import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Estate, startEstate } from '../src/index.ts'

let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.close())

async function call(path: string, headers: Record<string, string>, init: RequestInit = {}) {
  const json = init.body === undefined ? {} : { 'Content-Type': 'application/json' }
  const response = await fetch(estate.glpi.url + path, { ...init, headers: { ...json, ...headers } })
  return { status: response.status, body: (await response.json()) as unknown }
}

const app = () => ({ 'App-Token': estate.glpi.appToken })
const code = (answer: { body: unknown }) => (answer.body as unknown[])[0]

async function openSession(): Promise<Record<string, string>> {
  const headers = { ...app(), Authorization: `user_token ${estate.glpi.userToken}` }
  const { body } = await call('/initSession', headers)
  return { ...app(), 'Session-Token': String(Reflect.get(Object(body), 'session_token')) }
}

describe('opening a session', () => {
  it('answers 400, not 401, for a missing or wrong App-Token', async () => {
    const missing = await call('/initSession', { Authorization: `user_token ${estate.glpi.userToken}` })
    expect([missing.status, code(missing)]).toEqual([400, 'ERROR_APP_TOKEN_PARAMETERS_MISSING'])
    const wrong = await call('/initSession', { 'App-Token': 'x' })
    expect([wrong.status, code(wrong)]).toEqual([400, 'ERROR_WRONG_APP_TOKEN_PARAMETER'])
  })

  it('tells apart no credentials, a password and a bad user token', async () => {
    const none = await call('/initSession', app())
    expect([none.status, code(none)]).toEqual([400, 'ERROR_LOGIN_PARAMETERS_MISSING'])
    const basic = await call('/initSession', { ...app(), Authorization: 'Basic eDp5' })
    expect([basic.status, code(basic)]).toEqual([400, 'ERROR_LOGIN_WITH_CREDENTIALS_DISABLED'])
    const bad = await call('/initSession', { ...app(), Authorization: 'user_token nope' })
    expect([bad.status, code(bad)]).toEqual([401, 'ERROR_GLPI_LOGIN_USER_TOKEN'])
  })

  it('refuses calls without a session and after killSession', async () => {
    const missing = await call('/Ticket/1234', app())
    expect([missing.status, code(missing)]).toEqual([400, 'ERROR_SESSION_TOKEN_MISSING'])
    const headers = await openSession()
    expect(await call('/killSession', headers)).toEqual({ status: 200, body: true })
    const killed = await call('/getFullSession', headers)
    expect([killed.status, code(killed)]).toEqual([401, 'ERROR_SESSION_TOKEN_INVALID'])
  })

  it('can end all sessions for a test', async () => {
    const headers = await openSession()
    estate.glpi.expireSessions()
    expect((await call('/getMyProfiles', headers)).status).toBe(401)
  })
})

describe('the scope of a session', () => {
  it('hides tickets of child entities until the active entities change', async () => {
    const headers = await openSession()
    const hidden = await call('/Ticket/1234', headers)
    expect([hidden.status, code(hidden)]).toEqual([404, 'ERROR_ITEM_NOT_FOUND'])
    const change = (body: unknown) =>
      call('/changeActiveEntities', headers, { method: 'POST', body: JSON.stringify(body) })
    expect((await change({ entities_id: 0, is_recursive: 1 })).status).toBe(400)
    expect(await change({ entities_id: 0, is_recursive: true })).toEqual({ status: 200, body: true })
    expect((await call('/Ticket/1234', headers)).status).toBe(200)
    await change({ entities_id: 42, is_recursive: false })
    expect((await call('/Ticket/1234', headers)).status).toBe(404)
    expect((await call('/Ticket/5678', headers)).status).toBe(200)
  })

  it('names the version and the entities', async () => {
    const headers = await openSession()
    expect((await call('/getGlpiConfig', headers)).body).toMatchObject({ cfg_glpi: { version: '10.0.15' } })
    const { body } = await call('/getMyEntities', headers)
    expect(body).toMatchObject({
      myentities: expect.arrayContaining([{ id: 42, name: 'Clinique Saint-Jean' }]),
    })
  })
})

describe('the shape of requests', () => {
  it('refuses a GET with a body', async () => {
    const headers = { ...(await openSession()), 'Content-Type': 'application/json', 'Content-Length': '2' }
    const status = await new Promise((resolve, reject) => {
      const get = request(`${estate.glpi.url}/getMyProfiles`, { headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      get.on('error', reject)
      get.end('{}')
    })
    expect(status).toBe(400)
  })

  it('refuses broken JSON, unknown resources and wrong verbs', async () => {
    const headers = await openSession()
    const broken = await call('/Ticket', headers, { method: 'POST', body: '{' })
    expect([broken.status, code(broken)]).toEqual([400, 'ERROR_JSON_PAYLOAD_INVALID'])
    expect(code(await call('/Nothing', headers))).toBe('ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM')
    expect((await call('/killSession', headers, { method: 'POST' })).status).toBe(405)
  })
})

describe('idle sessions', () => {
  it('end after the configured time', async () => {
    const short = await startEstate({ glpiSessionIdleSeconds: 0.05 })
    const tokens = { 'App-Token': short.glpi.appToken, Authorization: `user_token ${short.glpi.userToken}` }
    const opened = (await (
      await fetch(`${short.glpi.url}/initSession`, { headers: tokens })
    ).json()) as object
    await new Promise((resolve) => setTimeout(resolve, 120))
    const headers = { ...tokens, 'Session-Token': String(Reflect.get(opened, 'session_token')) }
    const late = await fetch(`${short.glpi.url}/getMyProfiles`, { headers })
    expect(late.status).toBe(401)
    await short.close()
  })
})
