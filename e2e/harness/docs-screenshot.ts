import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { root } from './root.ts'

const largestBytes = 300_000

/** Renews docs/images/<name>.png, only when HUB_DOCS_SCREENSHOTS=1: a plain run changes no file. */
export async function docsScreenshot(page: Page, name: string): Promise<void> {
  if (process.env.HUB_DOCS_SCREENSHOTS !== '1') return
  await page.mouse.move(0, 0)
  const path = join(root, 'docs/images', `${name}.png`)
  const image = await page.screenshot({ path, animations: 'disabled' })
  expect(image.length).toBeLessThan(largestBytes)
}
