import { expect, type Page, test } from './harness/test.ts'
import { totpCode } from './harness/totp.ts'

test.use({ expectedErrors: { statuses: [401, 403] } })

const factor = (page: Page) => page.getByRole('region', { name: 'Seconde preuve' })

test('a person enrols an authenticator, renews the codes and turns it off', async ({ enter, hub }) => {
  const page = await enter('abenali')
  await page.goto('/profile')
  await expect(factor(page).getByText('Non activée')).toBeVisible()

  const secret = await test.step('the password opens the enrolment, a wrong one does not', async () => {
    await factor(page).getByRole('button', { name: 'Activer la seconde preuve' }).click()
    await page.getByLabel('Mot de passe').fill('not-my-password')
    await page.getByRole('button', { name: 'Continuer' }).click()
    await expect(factor(page).getByRole('alert')).toContainText('Mot de passe ou code incorrect')
    await page.getByLabel('Mot de passe').fill(hub.password)
    await page.getByRole('button', { name: 'Continuer' }).click()
    await expect(
      page.getByRole('img', { name: 'Code QR à scanner avec l’application de codes' }),
    ).toBeVisible()
    return (await factor(page).locator('code').innerText()).replaceAll(' ', '')
  })

  await test.step('a wrong code is refused and nothing counts', async () => {
    await page.getByLabel('Code à six chiffres').fill('000000')
    await page.getByRole('button', { name: 'Vérifier et activer' }).click()
    await expect(factor(page).getByRole('alert')).toContainText('Code incorrect ou déjà utilisé')
  })

  const code = totpCode(secret, Date.now())
  const codes = await test.step('the right code turns it on and shows the recovery codes once', async () => {
    await page.getByLabel('Code à six chiffres').fill(code)
    await page.getByRole('button', { name: 'Vérifier et activer' }).click()
    return readCodes(page)
  })
  expect(codes.length).toBeGreaterThanOrEqual(8)
  await keepCodes(page)
  await expect(factor(page).getByText('Activée', { exact: true })).toBeVisible()
  await expect(factor(page).getByText(`${codes.length} codes de secours restants`)).toBeVisible()
  await page.reload()
  await expect(factor(page).getByText('Activée', { exact: true })).toBeVisible()
  await expect(page.getByText(codes[0] ?? '')).toHaveCount(0)

  await test.step('a recovery code renews them all, once', async () => {
    await factor(page).getByRole('button', { name: 'Renouveler les codes de secours' }).click()
    await prove(page, hub.password, codes[0] ?? '')
    await page.getByRole('button', { name: 'Créer de nouveaux codes' }).click()
    const renewed = await readCodes(page)
    expect(renewed).toHaveLength(codes.length)
    expect(renewed).not.toContain(codes[1])
    await keepCodes(page)
    await turnOff(page, { password: hub.password, oldCode: codes[1] ?? '', newCode: renewed[0] ?? '' })
  })
})

/** The codes are on the screen, and going on takes a word that they are kept. */
async function readCodes(page: Page): Promise<string[]> {
  const list = page.getByRole('region', { name: 'Vos codes de secours' })
  await expect(list.getByRole('button', { name: 'Terminer' })).toBeDisabled()
  return list.getByRole('listitem').allInnerTexts()
}

async function keepCodes(page: Page): Promise<void> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Télécharger' }).click()
  expect((await download).suggestedFilename()).toBe('hub-codes-de-secours.txt')
  await page.getByLabel('Je les ai gardés en lieu sûr').check()
  await page.getByRole('button', { name: 'Terminer' }).click()
}

async function prove(page: Page, password: string, code: string): Promise<void> {
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByLabel('Code de l’application, ou code de secours').fill(code)
}

/** A code from before the renewal is void; a new one ends the second factor. */
async function turnOff(
  page: Page,
  proof: { password: string; oldCode: string; newCode: string },
): Promise<void> {
  await factor(page).getByRole('button', { name: 'Désactiver' }).click()
  await prove(page, proof.password, proof.oldCode)
  await page.getByRole('button', { name: 'Désactiver' }).click()
  await expect(factor(page).getByRole('alert')).toContainText('incorrect')
  await prove(page, proof.password, proof.newCode)
  await page.getByRole('button', { name: 'Désactiver' }).click()
  await expect(factor(page).getByText('Non activée')).toBeVisible()
}
