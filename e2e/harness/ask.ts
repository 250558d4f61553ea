import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** Writes a question to WIBOT and sends it with Enter. Answers the article of its answer. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const answers = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'WIBOT' }) })
  const before = await answers.count()
  await page.getByLabel('Message à WIBOT').fill(question)
  await page.keyboard.press('Enter')
  return answers.nth(before)
}

/** Waits until an answer is complete. */
export async function untilComplete(answer: Locator): Promise<void> {
  await expect(answer.getByRole('button', { name: 'Copier la réponse' })).toBeVisible()
}
