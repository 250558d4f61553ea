import { expect, type Page } from '@playwright/test'
import { totpCode } from './totp.ts'

export interface Authenticator {
  /** Base32, as it is typed into the application. */
  secret: string
  recoveryCodes: string[]
}

/** Enrols an authenticator on the profile page of who is signed in. Its code of this moment is used up. */
export async function enrolAuthenticator(page: Page, password: string): Promise<Authenticator> {
  await page.getByRole('button', { name: 'Activer la seconde preuve' }).click()
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByRole('button', { name: 'Continuer' }).click()
  const factor = page.getByRole('region', { name: 'Seconde preuve' })
  const secret = (await factor.locator('code').innerText()).replaceAll(' ', '')
  await page.getByLabel('Code à six chiffres').fill(totpCode(secret, Date.now()))
  await page.getByRole('button', { name: 'Vérifier et activer' }).click()
  const list = page.getByRole('region', { name: 'Vos codes de secours' })
  await expect(list).toBeVisible()
  const recoveryCodes = await list.getByRole('listitem').allInnerTexts()
  await page.getByLabel('Je les ai gardés en lieu sûr').check()
  await page.getByRole('button', { name: 'Terminer' }).click()
  await expect(factor.getByText('Activée', { exact: true })).toBeVisible()
  return { secret, recoveryCodes }
}
