import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumFlags, chromiumProgram } from '../../e2e/harness/chromium.ts'
import { type PageServer, startPageServer } from './page-server.ts'
import { installRecorder } from './recorder.ts'

export interface Lab {
  server: PageServer
  /** Opens a page of the Hub in a browser context of its own, signed in and recorded. */
  open: (path: string) => Promise<Page>
  close: () => Promise<void>
}

const root = join(import.meta.dirname, '../..')

/** The mock API, the page server before it and a browser. */
export async function openLab(): Promise<Lab> {
  const mock = await startMockProcess()
  const server = await startPageServer(mock.url)
  const flags = [...chromiumFlags, '--enable-precise-memory-info']
  const browser = await chromium.launch({ executablePath: chromiumProgram, args: flags })
  return {
    server,
    open: (path) => openPage(browser, server.url + path),
    close: async () => {
      await browser.close()
      await server.close()
      await mock.close()
    },
  }
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  await context.addCookies([{ name: 'hub_session', value: 'lea.martin', url: new URL(url).origin }])
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(error))
  await installRecorder(page)
  await page.goto(url)
  return page
}

async function startMockProcess() {
  const child = spawn(process.execPath, ['web/mock/main.ts'], {
    cwd: root,
    env: { ...process.env, HUB_MOCK_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line]: Buffer[] = await once(child.stdout, 'data')
  const [url] = /http:\/\/[\d.:]+/.exec(String(line)) ?? []
  if (url === undefined) throw new Error(`the mock did not start: ${line}`)
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill()
    await once(child, 'exit')
  }
  return { url, close }
}
