import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request } from './harness/api-client.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
})
afterAll(() => hub?.close())

interface Operation {
  summary?: string
  requestBody?: unknown
  responses: Record<string, unknown>
  parameters?: { name: string; in: string; required?: boolean }[]
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}
const read = async () => (await request(hub, '/api/openapi.json')).body as unknown as Document

const source = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../src/${path}`, import.meta.url)), 'utf8')

/** Routes as the source mounts them: `api.use('/x', xRoutes(...))`, then `router.get('/y', ...)` in the module. */
function mountedRoutes(): string[] {
  const modules = fileURLToPath(new URL('../src/modules', import.meta.url))
  const texts = readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.routes.ts'))
    .map((name) => source(`modules/${name}`))
  const bodyOf = (name: string) => {
    const text = texts.find((one) => one.includes(`export function ${name}(`))
    if (!text) throw new Error(`Where is ${name}?`)
    const start = text.indexOf(`export function ${name}`)
    const next = text.indexOf('\nexport function', start + 1)
    return text.slice(start, next < 0 ? undefined : next)
  }
  const collect = (prefix: string, name: string): string[] => {
    const text = bodyOf(name)
    const own = [...text.matchAll(/router\s*\.(get|post|put|patch|delete)\(\s*'([^']*)'/g)].map(
      ([, method, path]) => `${method} ${prefix}${path === '/' ? '' : path}`.replace(/:(\w+)/g, '{$1}'),
    )
    const inner = [...text.matchAll(/router\.use\((?:'([^']+)', )?(\w+Routes)\(/g)].flatMap(
      ([, path = '', child]) => collect(`${prefix}${path}`, String(child)),
    )
    return [...own, ...inner]
  }
  const mounts = [...source('app.ts').matchAll(/api\.use\('([^']+)', (\w+)\(/g)]
  return mounts.flatMap(([, path, name]) => collect(`/api${path}`, String(name)))
}

describe('/api/openapi.json', () => {
  it('describes every mounted route, and no other', async () => {
    const { paths } = await read()
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    )
    const mounted = mountedRoutes()
    expect(mounted.length).toBeGreaterThan(20)
    expect(described.toSorted()).toEqual(mounted.toSorted())
  })

  it('is whole: every reference leads somewhere, every path parameter is declared', async () => {
    const document = await read()
    expect(document.openapi).toBe('3.1.0')
    const text = JSON.stringify(document)
    for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
      expect(document.components.schemas).toHaveProperty(String(name))
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Approval', 'User', 'Conversation']),
    )
    for (const [path, item] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(item)) {
        const where = `${method} ${path}`
        expect(operation.summary, where).toBeTruthy()
        expect(operation.responses, where).toHaveProperty('default')
        const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
        const declared = (operation.parameters ?? []).filter((one) => one.in === 'path')
        expect(
          declared.map(({ name }) => name),
          where,
        ).toEqual(names)
      }
  })

  it('tells the parameters of lists', async () => {
    const { paths } = await read()
    const names = (path: string) =>
      (paths[path]?.get?.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name)
    const filters = ['state', 'tool', 'q', 'breakGlass', 'level', 'from', 'to']
    expect(names('/api/safeguard/history')).toEqual(['cursor', 'limit', ...filters])
    expect(names('/api/chat/conversations')).toEqual(['cursor', 'limit', 'archived', 'q'])
    expect(names('/api/chat/conversations/{id}/messages')).toEqual(['cursor', 'limit'])
  })
})

describe('/api/docs', () => {
  it('shows every route without anything the policy forbids', async () => {
    const { status, headers, body } = await request(hub, '/api/docs')
    const html = String(body.text)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^text\/html/)
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(html).not.toMatch(/<script|<style|<link|<img|<iframe| style=| on\w+=|javascript:/i)
    for (const path of Object.keys((await read()).paths)) expect(html).toContain(path)
  })
})
