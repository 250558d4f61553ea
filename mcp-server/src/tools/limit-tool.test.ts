import { type AppError, adDisableAccount, adUnlockAccount } from '@hub/contracts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineEffectTool, type EffectTool } from './define-tool.ts'
import { graceMs, limitTool } from './limit-tool.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const never = () => new Promise<never>(() => undefined)
const preview = { before: [], after: [], warnings: [], complete: true }
const hanging = limitTool(
  defineEffectTool({
    descriptor: adDisableAccount,
    reversible: true,
    ...{ target: never, preview: never, run: never, verify: never, reconcile: never, makeSecret: never },
    evidence: never,
  }),
) as EffectTool
const args = { login: 'jean.dupont' }
const now = new Date('2026-11-20T10:00:00Z')

describe('a tool that hangs and does not hear its signal', () => {
  it.each(['target', 'preview', 'run', 'verify', 'reconcile', 'makeSecret', 'evidence'] as const)(
    'is given up in %s, as one whose effect may still land',
    async (verb) => {
      const controller = new AbortController()
      const ctx = { signal: controller.signal, now }
      const calls = {
        verify: () => hanging.verify(args, { data: {}, startedAt: now }, ctx),
        reconcile: () => hanging.reconcile(args, now, ctx),
      }
      const ended = vi.fn()
      const call = verb === 'verify' || verb === 'reconcile' ? calls[verb]() : hanging[verb]?.(args, ctx)
      if (!call) throw new Error(`no ${verb}`)
      const answer = call.catch((error: AppError) => ended(error.code, error.reason))
      await vi.advanceTimersByTimeAsync(3_600_000)
      expect(ended).not.toHaveBeenCalled()
      controller.abort()
      await vi.advanceTimersByTimeAsync(graceMs - 1)
      expect(ended).not.toHaveBeenCalled()
      await vi.advanceTimersByTimeAsync(1)
      await answer
      expect(ended).toHaveBeenCalledWith('UPSTREAM_FAILED', 'upstream.timeout')
    },
  )
})

it('leaves what a tool says in time as it is, also after its signal', async () => {
  const controller = new AbortController()
  const tool = limitTool(
    defineEffectTool({
      descriptor: adUnlockAccount,
      reversible: false,
      target: async () => ({ system: 'ad', kind: 'ad_account', id: '1', name: 'x', attributes: {} }),
      preview: async () => preview,
      run: () =>
        new Promise<never>((_, reject) => setTimeout(() => reject(new Error('own words')), graceMs - 1)),
      verify: never,
      reconcile: async () => 'no',
    }),
  ) as EffectTool
  expect(tool.makeSecret).toBeUndefined()
  const ctx = { signal: controller.signal, now }
  controller.abort()
  expect(await tool.preview(args, ctx)).toBe(preview)
  const refused = expect(tool.run(args, ctx)).rejects.toThrow('own words')
  await vi.advanceTimersByTimeAsync(graceMs - 1)
  await refused
  expect(vi.getTimerCount()).toBe(0)
})
