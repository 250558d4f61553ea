import type { Locator, Page } from '@playwright/test'
import { ask, untilComplete } from './harness/ask.ts'
import { looks, nameOf } from './harness/looks.ts'
import { expectAccessible, expectNoSidewaysScroll } from './harness/screen-checks.ts'
import { test } from './harness/scripted-model.ts'
import { expect } from './harness/test.ts'

const question = 'mysecurityinfo'

async function askFlash(page: Page): Promise<Locator> {
  await page.getByRole('radio', { name: /^Flash/ }).click()
  const answer = await ask(page, question)
  await untilComplete(answer)
  return answer
}

test('a citation leads to its document, is reported, and says so from then on', async ({ enter, model }) => {
  const page = await enter('mmartin')
  await page.goto('/wibot')
  model.control.reply({ parts: [{ text: 'Relancer le spouleur [1], puis [87].' }] })
  const answer = await askFlash(page)
  await expect(answer).toContainText('Relancer le spouleur 1, puis.')
  await expect(answer.getByText('1 renvoi sans source retiré du texte')).toBeVisible()
  await answer.getByRole('button', { name: /^Source 1 : / }).click()
  const side = page.getByRole('complementary', { name: 'Document' })
  const passage = side.getByRole('region', { name: 'Passage cité' })
  await expect(passage).toBeVisible()
  await expect(side.getByRole('link', { name: 'Voir dans Connaissances' })).toHaveAttribute(
    'href',
    /^\/knowledge\/documents\/[^#]+#./,
  )
  await passage.getByRole('button', { name: /^Signaler ce passage/ }).click()
  await page.getByRole('radio', { name: 'Il est faux' }).click()
  await page.getByLabel('Ce qu’il devrait dire').fill('Le service a changé de nom.')
  await page.getByRole('button', { name: 'Signaler', exact: true }).click()
  await expect(passage.getByText('Faux : signalé, à vérifier')).toBeVisible()
  await page.goto('/wibot')
  model.control.reply({ parts: [{ text: 'Voir [1] [2] [3] [4] [5].' }] })
  const again = await askFlash(page)
  await expect(again.getByRole('button', { name: /^Source \d : .*, signalé comme faux$/ })).toBeVisible()
  await expect(again.getByText('signalé comme faux')).toBeVisible()
})

for (const look of looks)
  test(`a doubted source is sound: ${nameOf(look)}`, async ({ enter }) => {
    const { viewport, colorScheme, locale } = look
    const page = await enter('mmartin', { viewport, colorScheme, locale })
    await page.goto('/wibot')
    const list = page.getByRole('button', { name: /^(Voir les conversations|Show conversations)$/ })
    if (viewport.width < 900) await list.click()
    await page.getByRole('link', { name: question }).first().click()
    const chip = page.getByRole('button', { name: /^Source \d.*(signalé comme faux|reported as wrong)$/ })
    await expect(chip).toBeVisible()
    await expectAccessible(page, { name: 'a doubted source' })
    await page.screenshot({ path: `test-results/citations-${viewport.width}-${colorScheme}-${locale}.png` })
    await chip.click()
    await expect(page.getByRole('region', { name: /^(Passage cité|Passage cited)$/ })).toBeVisible()
    await expectAccessible(page, { name: 'the document of a citation' })
    await expectNoSidewaysScroll(page, { name: 'the document of a citation' })
    await page.screenshot({ path: `test-results/document-${viewport.width}-${colorScheme}-${locale}.png` })
  })
