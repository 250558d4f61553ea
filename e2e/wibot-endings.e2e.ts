import { ask, untilComplete } from './harness/ask.ts'
import { expectAccessible } from './harness/screen-checks.ts'
import { test } from './harness/scripted-model.ts'
import { expect } from './harness/test.ts'

test('why an answer ended is told again after a reload', async ({ enter, model }) => {
  const page = await enter('mmartin')
  await page.goto('/wibot')
  model.control.reply({ parts: [{ text: 'Le début' }], finishReason: 'length' })
  await untilComplete(await ask(page, 'Raconte tout'))
  const notice = page.getByText('La réponse a atteint sa longueur maximale.')
  await expect(notice).toBeVisible()
  await page.reload()
  await expect(notice).toBeVisible()
  await expectAccessible(page, { name: 'an answer that a limit cut' })
})
