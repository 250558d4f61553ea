import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { type HubProcess, startHubProcess } from './hub-process.ts'
import { type ExpectedErrors, watchPage } from './page-problems.ts'
import { signInByApi } from './sign-in.ts'

interface HubWorker {
  /** Settings of this file's Hub that differ from the defaults. */
  hubEnv: Readonly<Record<string, string>>
  hub: HubProcess
}

interface People {
  /** A page in a browser of its own; without a login it is signed out. Closed when the test ends. */
  enter(login: string | undefined, options?: BrowserContextOptions): Promise<Page>
  expectedErrors: ExpectedErrors
}

/** Test with a whole Hub for each file, and people who open it in browsers of their own. */
export const test = base.extend<People, HubWorker>({
  hubEnv: [{}, { scope: 'worker', option: true }],
  hub: [
    async ({ hubEnv }, use, { parallelIndex }) => {
      const hub = await startHubProcess({ worker: parallelIndex, env: hubEnv })
      await use(hub)
      await hub.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ hub }, use) => use(hub.url),
  expectedErrors: [{ statuses: [401] }, { option: true }],
  enter: async ({ browser, hub, expectedErrors }, use) => {
    const problems: string[] = []
    const contexts: BrowserContext[] = []
    await use(async (login, options = {}) => {
      const context = await browser.newContext({ baseURL: hub.url, ...options })
      contexts.push(context)
      context.on('page', (page) => watchPage(page, expectedErrors, problems))
      if (login !== undefined) await signInByApi(context, hub, login)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
    expect(problems).toEqual([])
  },
})

export { expect, type Locator, type Page } from '@playwright/test'
