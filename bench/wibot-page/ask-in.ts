import type { Page } from '@playwright/test'

/** Asks in the open conversation and waits until the answer is complete. */
export async function askIn(page: Page, question: string): Promise<void> {
  await page.getByLabel('Message to WIBOT').fill(question)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Stop' }).waitFor()
  await page.getByRole('button', { name: 'Send' }).waitFor({ timeout: 600_000 })
}
