import { ask, untilComplete } from './harness/ask.ts'
import { readFollowups } from './harness/glpi.ts'
import { expectAccessible } from './harness/screen-checks.ts'
import { test } from './harness/scripted-model.ts'
import { expect } from './harness/test.ts'

test('an answer is written to a ticket once, as it was shown', async ({ enter, hub, model }) => {
  const page = await enter('jdupont')
  await page.goto('/wibot')
  model.control.reply({ parts: [{ text: 'Le câble est débranché.' }] })
  await untilComplete(await ask(page, 'Pourquoi ?'))
  await page.getByRole('button', { name: 'Écrire dans un ticket' }).click()
  await page.getByLabel('Numéro du ticket').fill('1234')
  const preview = page.getByRole('region', { name: 'Texte du suivi' })
  await expect(preview).toContainText('Le câble est débranché.')
  const shown = (await preview.textContent()) ?? ''
  await expectAccessible(page, { name: 'the followup to be written' })
  await page.screenshot({ path: 'test-results/followup.png' })
  await page.getByRole('button', { name: 'Écrire le suivi' }).click()
  await expect(page.getByText(/^Suivi privé écrit dans le ticket 1234/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/^Suivi privé écrit dans le ticket 1234/)).toHaveCount(1)
  const written = (await readFollowups(hub, 1234)).filter(({ content }) =>
    content.includes('câble est débranché'),
  )
  expect(written).toHaveLength(1)
  expect(written[0]).toMatchObject({ is_private: 1 })
  expect(shown).toContain('ajoutée par')
})
