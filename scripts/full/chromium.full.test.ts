import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium } from '@playwright/test'
import { expect, it } from 'vitest'
import { chromiumPackages, chromiumPath } from './chromium.ts'
import { ensurePackages } from './packages.ts'

it('opens a page and runs its script in the installed Chromium', async () => {
  await ensurePackages(chromiumPackages)
  const page =
    '<title>Hub</title><p id="sum"></p><script>document.getElementById("sum").textContent = 2 + 3</script>'
  const server = createServer((_request, response) => response.end(page))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
  const tab = await browser.newPage()
  await tab.goto(`http://127.0.0.1:${port}/`)
  expect(await tab.title()).toBe('Hub')
  expect(await tab.textContent('#sum')).toBe('5')
  await browser.close()
  await new Promise((resolve) => server.close(resolve))
}, 300_000)
