import type { Page } from '@playwright/test'
import { ask, untilComplete } from './harness/ask.ts'
import { looks, nameOf } from './harness/looks.ts'
import { expectAccessible, expectNoSidewaysScroll } from './harness/screen-checks.ts'
import { test } from './harness/scripted-model.ts'
import { expect } from './harness/test.ts'

const composer = (page: Page) => page.getByLabel(/^(Message à WIBOT|Message to WIBOT)$/)
const context = (page: Page) => page.getByRole('complementary', { name: 'Contexte' })

test('an @ finds a device by keyboard, and the conversation is about it', async ({ enter, model }) => {
  const page = await enter('jdupont')
  await page.goto('/wibot')
  await composer(page).pressSequentially('État de @CLIN-STJEAN')
  const choices = page.getByRole('listbox', { name: 'Tickets, clients et équipements' })
  await expect(choices.getByRole('option', { name: /SWITCH-CLIN-STJEAN/ })).toBeVisible()
  await expectAccessible(page, { name: 'the context picker' })
  const wanted = choices.getByRole('option', { name: /SWITCH-CLIN-STJEAN/ })
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(wanted).toHaveAttribute('aria-selected', 'true', { timeout: 200 })
  }).toPass()
  await page.screenshot({ path: 'test-results/context-picker.png' })
  await page.keyboard.press('Enter')
  await expect(choices).toBeHidden()
  await expect(composer(page)).toHaveValue('État de ')
  await expect(composer(page)).toBeFocused()
  await expect(page.getByRole('button', { name: 'Ne plus lier à SWITCH-CLIN-STJEAN' })).toBeVisible()
  await expect(context(page).getByRole('region', { name: 'Alertes ouvertes' })).toBeVisible()
  model.control.reply({ parts: [{ text: 'Il répond.' }] })
  await untilComplete(await ask(page, 'Quel est son état ?'))
  await page.reload()
  await expect(page.getByRole('button', { name: 'Ne plus lier à SWITCH-CLIN-STJEAN' })).toBeVisible()
  await page.getByRole('button', { name: 'Ne plus lier à SWITCH-CLIN-STJEAN' }).click()
  await expect(context(page)).toBeHidden()
  await page.reload()
  await expect(composer(page)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Ne plus lier/ })).toBeHidden()
})

test('Escape leaves the @ as text, and a sentence behind it is sent', async ({ enter, model }) => {
  const page = await enter('jdupont')
  await page.goto('/wibot')
  await composer(page).pressSequentially('@1234')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toBeHidden()
  await composer(page).fill('')
  await composer(page).pressSequentially('@zzzz rien de tel')
  await expect(page.getByRole('listbox')).toBeHidden()
  model.control.reply({ parts: [{ text: 'Bien.' }] })
  await page.keyboard.press('Enter')
  await expect(page.getByText('Bien.', { exact: true })).toBeVisible()
})

test('a ticket in the address opens a conversation about it', async ({ enter, model }) => {
  const page = await enter('jdupont')
  await page.goto('/wibot?ticket=1234')
  await expect(page.getByRole('button', { name: /^Ne plus lier à #1234 / })).toBeVisible()
  await expect(page).toHaveURL(/\/wibot$/)
  const side = context(page)
  await expect(side.getByText('Statut')).toBeVisible()
  await expect(side.getByRole('region', { name: 'Tickets des 30 derniers jours' })).toBeVisible()
  await side.getByRole('button', { name: 'Résume le ticket 1234.' }).click()
  await expect(composer(page)).toHaveValue('Résume le ticket 1234.')
  model.control.reply({ parts: [{ text: 'Un mot de passe à changer.' }] })
  await untilComplete(await ask(page, 'Résume le ticket 1234.'))
  await page.getByRole('button', { name: 'Écrire dans un ticket' }).click()
  await expect(page.getByLabel('Numéro du ticket')).toHaveValue('1234')
  await page.goto('/wibot?ticket=999999')
  await expect(page.getByText(/^Aucun ticket 999999/)).toBeVisible()
})

for (const look of looks)
  test(`the context is sound: ${nameOf(look)}`, async ({ enter }) => {
    const { viewport, colorScheme, locale } = look
    const page = await enter('jdupont', { viewport, colorScheme, locale })
    await page.goto('/wibot?ticket=1234')
    await expect(page.getByText(/#1234/).first()).toBeVisible()
    if (viewport.width < 1200)
      await page.getByRole('button', { name: /^(Voir le contexte|Show the context)$/ }).click()
    await expect(page.getByText(/^(Lu à|Read at)/)).toBeVisible()
    await expectAccessible(page, { name: 'the context' })
    await expectNoSidewaysScroll(page, { name: 'the context' })
    await page.screenshot({ path: `test-results/context-${viewport.width}-${colorScheme}-${locale}.png` })
  })
