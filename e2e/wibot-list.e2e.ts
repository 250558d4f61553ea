import { readFile } from 'node:fs/promises'
import { ask, untilComplete } from './harness/ask.ts'
import { expectAccessible, expectNoSidewaysScroll } from './harness/screen-checks.ts'
import { test } from './harness/scripted-model.ts'
import { expect } from './harness/test.ts'

const says = (text: string) => ({ parts: [{ text }] })

test('a conversation is found by its words, archived, deleted and taken back', async ({ enter, model }) => {
  const page = await enter('mmartin')
  model.control.reply(says('La panne vient du commutateur.'), says('Le toner est vide.'))
  for (const question of ['Panne au premier étage', 'Imprimante muette']) {
    await page.goto('/wibot')
    await untilComplete(await ask(page, question))
  }
  const list = page.getByRole('complementary', { name: 'Conversations' })
  await list.getByRole('searchbox').fill('commutateur')
  const found = list.getByRole('link', { name: /Panne au premier étage/ })
  await expect(found.locator('mark')).toHaveText('commutateur')
  await expectAccessible(page, { name: 'search results' })
  await found.click()
  await expect(page).toHaveURL(/message=/)
  await expect(page.getByText('La panne vient du commutateur.').first()).toBeVisible()
  await list.getByRole('searchbox').fill('')
  const row = list.getByRole('listitem').filter({ hasText: 'Imprimante muette' })
  const act = async (name: string) => {
    await row.hover()
    await row.getByRole('button', { name: /^Actions sur/ }).click()
    await page.getByRole('menuitem', { name, exact: true }).click()
  }
  await act('Archiver')
  await expect(list.getByText('« Imprimante muette » archivée')).toBeVisible()
  await expectAccessible(page, { name: 'an archived conversation' })
  await expect(row).toHaveCount(0)
  await list.getByRole('button', { name: 'Conversations archivées' }).click()
  await expect(row).toBeVisible()
  await act('Sortir des archives')
  await expect(row).toHaveCount(0)
  await list.getByRole('button', { name: 'Retour aux conversations' }).click()
  await act('Supprimer')
  await expect(list.getByText('« Imprimante muette » supprimée')).toBeVisible()
  await expect(row).toHaveCount(0)
  await list.getByRole('button', { name: 'Annuler' }).click()
  await expect(row).toBeVisible()
})

test('a conversation is exported, and printed without the frame', async ({ enter, model }) => {
  const page = await enter('mmartin')
  await page.goto('/wibot')
  model.control.reply(says('## Constat\n\n```sh\nping 10.0.0.1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |'))
  await untilComplete(await ask(page, 'Que faire ?'))
  await page.getByRole('button', { name: 'Exporter la conversation' }).click()
  await expectAccessible(page, { name: 'the export menu' })
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Fichier Markdown' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^wibot-que-faire-.*\.md$/)
  expect(await readFile(await file.path(), 'utf8')).toContain('ping 10.0.0.1')
  await page.evaluate('window.print = () => { window.hasPrinted = true }')
  await page.getByRole('button', { name: 'Exporter la conversation' }).click()
  await page.getByRole('menuitem', { name: 'Imprimer ou PDF' }).click()
  await expect.poll(() => page.evaluate('window.hasPrinted')).toBe(true)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.print-sheet')).toBeVisible()
  await expect(page.getByLabel('Message à WIBOT')).toBeHidden()
  await expect(page.locator('.print-sheet').getByText('ping 10.0.0.1')).toBeVisible()
  await expectNoSidewaysScroll(page, { name: 'the printed conversation' })
  await page.screenshot({ path: 'test-results/print.png' })
})
