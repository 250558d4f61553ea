import { ConfigError, type Env } from '@hub/kernel'
import { startMcpServer } from '@hub/mcp-server'
import { startServer } from '@hub/server'
import { startWorkflows } from '@hub/workflows'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
})
afterAll(() => hub?.close())

const starts = {
  server: (env: Env) => startServer(env),
  'mcp-server': (env: Env) => startMcpServer(env),
  workflows: (env: Env) => startWorkflows(env),
}
type Process = keyof typeof starts

const required: Record<Process, string[]> = {
  server: ['DATABASE_URL', 'JWT_SECRET', 'HUB_ENCRYPTION_KEY', 'MCP_ASSERTION_SECRET'],
  'mcp-server': [
    'DATABASE_URL',
    'HUB_ENCRYPTION_KEY',
    'MCP_ASSERTION_SECRET',
    'GLPI_URL',
    'GLPI_APP_TOKEN',
    'GLPI_USER_TOKEN',
    'OBSERVIUM_URL',
    'AD_URL',
    'AD_BIND_DN',
    'AD_BIND_PASSWORD',
    'AD_BASE_DN',
  ],
  workflows: ['DATABASE_URL', 'MCP_ASSERTION_SECRET'],
}
const secrets: Record<Process, string[]> = {
  server: ['JWT_SECRET', 'HUB_ENCRYPTION_KEY', 'MCP_ASSERTION_SECRET'],
  'mcp-server': ['HUB_ENCRYPTION_KEY', 'MCP_ASSERTION_SECRET', 'MCP_API_KEY'],
  workflows: ['MCP_ASSERTION_SECRET'],
}
const cases = (names: Record<Process, string[]>) =>
  Object.entries(names).flatMap(([process, values]) =>
    values.map((name): [Process, string] => [process as Process, name]),
  )

/** The one line that a start is refused with. */
async function refusal(process: Process, change: Env): Promise<string> {
  const running = starts[process]({ ...hub.env, ...change })
  const error = await running.then(
    async (started) => {
      await started.close()
      return new Error('it started')
    },
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ConfigError)
  return error instanceof Error ? error.message : ''
}

describe('a start without what is needed', () => {
  it.each(cases(required))('%s names a missing %s', async (process, name) => {
    expect(await refusal(process, { [name]: undefined })).toBe(`configuration: ${name} is missing`)
  })

  it.each(cases(required))('%s names an empty %s', async (process, name) => {
    const line = await refusal(process, { [name]: '' })
    expect(line).toMatch(new RegExp(`^configuration: ${name}[^\\n]*$`))
  })

  it.each(cases(secrets))('%s names a weak %s without repeating it', async (process, name) => {
    for (const weak of ['short', 'changeme-changeme-changeme-changeme', 'z'.repeat(40)]) {
      const line = await refusal(process, { [name]: weak })
      expect(line).toMatch(new RegExp(`^configuration: ${name}: [^\\n]+$`))
      expect(line).not.toContain(weak)
    }
  })

  it('names every problem in one line', async () => {
    const line = await refusal('server', { JWT_SECRET: undefined, DATABASE_URL: undefined })
    expect(line).toMatch(/^configuration: [^\n]*DATABASE_URL is missing; [^\n]*JWT_SECRET is missing$/)
  })

  it.each<[Process, Env, string]>([
    ['server', { LLM_PROVIDERS: 'ollama,mistrall' }, 'LLM_PROVIDERS'],
    ['server', { HUB_PORT: '99999' }, 'HUB_PORT'],
    ['server', { HUB_MODE: 'demo' }, 'HUB_MODE'],
    ['server', { JWT_EXPIRE_HOURS: '-1' }, 'JWT_EXPIRE_HOURS'],
    ['server', { MCP_SERVER_URL: 'nowhere' }, 'MCP_SERVER_URL'],
    ['mcp-server', { AD_URL: 'ldap://ad.example' }, 'AD_URL'],
    ['mcp-server', { OBSERVIUM_USER: undefined }, 'OBSERVIUM_USER'],
    ['mcp-server', { MCP_API_KEY_ACCREDITATION: 'N9' }, 'MCP_API_KEY_ACCREDITATION'],
  ])('%s refuses %j', async (process, change, name) => {
    expect(await refusal(process, change)).toMatch(new RegExp(`^[^\\n]*${name}[^\\n]*$`))
  })
})

describe('demo accounts', () => {
  it('keep a full Hub from starting', async () => {
    const line = await refusal('server', { HUB_MODE: 'full' })
    expect(line).toMatch(/^configuration: HUB_MODE=full[^\n]*7 active demo accounts[^\n]*$/)
  })

  it.each(['0.0.0.0', '::', '192.0.2.7'])('keep an embedded Hub from listening on %s', async (host) => {
    const line = await refusal('server', { HUB_HOST: host })
    expect(line).toMatch(/^configuration: HUB_HOST[^\n]*$/)
    expect(line).toContain(host)
  })

  it('do not matter to a full Hub once they are deactivated', async () => {
    await hub.db.user.updateMany({ data: { isActive: false } })
    const started = await starts.server({ ...hub.env, HUB_MODE: 'full' })
    const demo = await fetch(`${started.url}/api/auth/demo`)
    await started.close()
    expect(demo.status).toBe(404)
  })
})
