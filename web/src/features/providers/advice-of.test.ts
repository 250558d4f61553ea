import { expect, it } from 'vitest'
import { adviceOf } from './advice-of.ts'

const failed = (kind: string) => ({
  lastError: { kind, at: '2026-11-20T10:00:00.000Z', message: { fr: 'Panne.', en: 'Failure.' } },
})

it('advises what helps against the last error, and to look at the service only of an engine that is away', () => {
  expect(adviceOf({ id: 'ollama', state: 'down', ...failed('upstream') })).toBe('ollamaDown')
  expect(adviceOf({ id: 'mistral', state: 'up', ...failed('unreachable') })).toBe('mistralDown')
  expect(adviceOf({ id: 'mistral', state: 'down', ...failed('unauthorized') })).toBe('key')
  expect(adviceOf({ id: 'ollama', state: 'up', ...failed('model_missing') })).toBe('model')
  for (const kind of ['upstream', 'truncated', 'bad_request', 'tools_unsupported', 'aborted'])
    expect(adviceOf({ id: 'ollama', state: 'up', ...failed(kind) })).toBeNull()
  expect(adviceOf({ id: 'ollama', state: 'unknown', lastError: null })).toBeNull()
  expect(adviceOf({ id: 'builtin', state: 'down', ...failed('upstream') })).toBeNull()
})
