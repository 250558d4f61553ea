import type { Page } from '@playwright/test'
import { ask } from './harness/ask.ts'
import { expectAccessible } from './harness/screen-checks.ts'
import { test } from './harness/scripted-model.ts'
import { expect } from './harness/test.ts'

test.use({ expectedErrors: { statuses: [401, 409] } })

const later = 'Et le port 24 ?'
const answerOf = (text: string, stallMs: number) => ({ parts: [{ text: 'Je regarde. ' }, { text, stallMs }] })
const queueOf = (page: Page) => page.getByRole('region', { name: 'Messages en attente' })
const questions = (page: Page) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Vous' }) })

async function queue(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message à WIBOT').fill(text)
  await page.keyboard.press('Enter')
  await expect(queueOf(page)).toContainText(text)
  await expect(page.getByLabel('Message à WIBOT')).toHaveValue('')
}

test('a queued message leaves by itself, once, over a reload and with two tabs', async ({ enter, model }) => {
  const page = await enter('mmartin')
  await page.goto('/wibot')
  model.control.reply(answerOf('Tout va bien.', 6_000), answerOf('Le port 24 est actif.', 500))
  const answer = await ask(page, 'Comment va le switch ?')
  await expect(answer).toContainText('Je regarde.')
  await expect(page).toHaveURL(/\/wibot\/.+/)
  await queue(page, later)
  await expectAccessible(page, { name: 'a queued message' })
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(queueOf(other)).toContainText(later)
  await page.reload()
  await expect(queueOf(page)).toContainText(later)
  await expect(page.getByText('Le port 24 est actif.').first()).toBeVisible()
  await expect(other.getByText('Le port 24 est actif.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Envoyer' })).toBeVisible()
  for (const tab of [page, other]) {
    await expect(queueOf(tab)).toHaveCount(0)
    await expect(questions(tab).filter({ hasText: later })).toHaveCount(1)
  }
  await page.reload()
  await expect(questions(page)).toHaveCount(2)
})

test('a queued message is taken back or removed', async ({ enter, model }) => {
  const page = await enter('mmartin')
  await page.goto('/wibot')
  model.control.reply(answerOf('Voilà.', 5_000))
  await ask(page, 'Bonjour')
  await queue(page, 'un')
  await queue(page, 'deux')
  await page.getByRole('button', { name: 'Reprendre ce message' }).first().click()
  await expect(page.getByLabel('Message à WIBOT')).toHaveValue('un')
  await expect(page.getByLabel('Message à WIBOT')).toBeFocused()
  await page.getByRole('button', { name: 'Retirer ce message' }).click()
  await expect(queueOf(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Envoyer' })).toBeVisible()
  await expect(questions(page)).toHaveCount(1)
})

test('after a stopped answer the Hub asks before it sends', async ({ enter, model }) => {
  const page = await enter('mmartin')
  await page.goto('/wibot')
  model.control.reply(answerOf('Jamais dit.', 20_000), answerOf('Suite.', 100))
  const answer = await ask(page, 'Bonjour')
  await expect(answer).toContainText('Je regarde.')
  await queue(page, later)
  await page.keyboard.press('Escape')
  await expect(queueOf(page)).toContainText('vous avez arrêté la réponse précédente')
  await expect(questions(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Envoyer quand même' }).click()
  await expect(page.getByText('Suite.').first()).toBeVisible()
  await expect(questions(page)).toHaveCount(2)
  await expect(queueOf(page)).toHaveCount(0)
})
