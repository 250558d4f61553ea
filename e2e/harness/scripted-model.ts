import { type Estate, startEstate } from '@hub/estate'
import { test as base } from './test.ts'

/** Test with a Hub whose model server says what the test tells it to. */
export const test = base.extend<object, { model: Estate['ollama'] }>({
  model: [
    async ({ browserName: _ }, use) => {
      const estate = await startEstate()
      await use(estate.ollama)
      await estate.close()
    },
    { scope: 'worker' },
  ],
  hubEnv: [
    ({ model }, use) => use({ LLM_PROVIDERS: 'ollama', OLLAMA_BASE_URL: model.url }),
    { scope: 'worker' },
  ],
})
