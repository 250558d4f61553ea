import { ConflictError, UpstreamError } from '@hub/contracts'
import { createLogger, networkFailure } from '@hub/kernel'
import { expect, it } from 'vitest'
import { createDirectoryTools } from '../systems/active-directory/index.ts'
import type { EffectTool } from '../tools/define-tool.ts'
import type { GateContext } from './context.ts'
import { lookAfter } from './reconcile-effect.ts'

const gate = { log: createLogger({ name: 'test', level: 'silent' }) } as GateContext

/** The unlock tool, whose look says that the effect is not there. */
function notThere(): EffectTool {
  const tools = createDirectoryTools({} as Parameters<typeof createDirectoryTools>[0])
  const tool = tools.find(({ descriptor }) => descriptor.name === 'ad_unlock_account')
  if (tool?.kind !== 'effect') throw new Error('no unlock tool')
  return { ...tool, reconcile: async () => 'no' }
}
const lookOn = (error: unknown) => {
  const now = new Date()
  const ctx = { signal: new AbortController().signal, now }
  return lookAfter(gate, notThere(), { args: {}, startedAt: now, error, ctx })
}
const network = (code: string) => networkFailure('GLPI', Object.assign(new Error('x'), { code }))

it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
  'believes "not there" after %s: nothing was sent',
  async (code) => {
    expect(await lookOn(network(code))).toBe('no')
    expect(await lookOn(new UpstreamError('Told in other words', { cause: network(code) }))).toBe('no')
  },
)

it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE'])(
  'does not know after %s: it may still land',
  async (code) => {
    expect(await lookOn(network(code))).toBe('unknown')
    expect(await lookOn(new UpstreamError('Told in other words', { cause: network(code) }))).toBe('unknown')
  },
)

it('believes "not there" after a refusal, and nothing after an error of our own', async () => {
  expect(await lookOn(new ConflictError('Refused', { reason: 'ad.refused' }))).toBe('no')
  expect(await lookOn(new TypeError('x'))).toBe('unknown')
})
