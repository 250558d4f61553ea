import { expect, it } from 'vitest'
import { configuredProviders } from './configured-providers.ts'

const both = { OLLAMA_BASE_URL: 'http://127.0.0.1:9', MISTRAL_API_KEY: 'key' }
const idsOf = (LLM_PROVIDERS: string[], config: Partial<typeof both> = both) =>
  configuredProviders({ LLM_PROVIDERS, ...config }, { ollamaContextTokens: 1_024 }).map(({ id }) => id)

it('keeps the order that is named, and leaves out what is not configured', () => {
  expect(idsOf([])).toEqual(['ollama', 'mistral'])
  expect(idsOf(['mistral', 'ollama'])).toEqual(['mistral', 'ollama'])
  expect(idsOf(['mistral', 'other'])).toEqual(['mistral'])
  expect(idsOf([], { MISTRAL_API_KEY: 'key' })).toEqual(['mistral'])
  expect(idsOf([], {})).toEqual([])
})
