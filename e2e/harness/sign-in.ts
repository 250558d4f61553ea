import type { BrowserContext, Page } from '@playwright/test'
import type { HubProcess } from './hub-process.ts'

/** Signs in on the login page, as a person does. */
export async function signIn(page: Page, hub: HubProcess, login: string): Promise<void> {
  await page.getByLabel('Identifiant').fill(login)
  await page.getByLabel('Mot de passe', { exact: true }).fill(hub.password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

/** Gives a browser the session of a person without its login page. */
export async function signInByApi(context: BrowserContext, hub: HubProcess, login: string): Promise<void> {
  const answer = await context.request.post('/api/auth/login', { data: { login, password: hub.password } })
  if (!answer.ok()) throw new Error(`${login} could not sign in: ${await answer.text()}`)
}
