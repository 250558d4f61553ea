import { type Authenticator, enrolAuthenticator } from './harness/enrol.ts'
import { type Seeder, seedAs } from './harness/seed.ts'
import { expect, type Page, test } from './harness/test.ts'
import { totpCode } from './harness/totp.ts'

const reason = 'Rappelé au 4410, identité confirmée.'
const stepMs = 30_000

test.use({ hubEnv: { RATE_LIMIT_PER_MINUTE: '10000' }, expectedErrors: { statuses: [401, 403] } })

let technician: Seeder
test.beforeAll(async ({ hub }) => {
  technician = await seedAs(hub, 'mmartin')
})
test.afterAll(() => technician.close())

const approveButton = (page: Page) => page.getByRole('button', { name: 'Approuver' })
const codeField = (page: Page) => page.getByLabel('Code de votre application')
const recoveryField = (page: Page) => page.getByLabel('Code de secours', { exact: true })
const reasonField = (page: Page) => page.getByLabel('Motif, conservé dans l’audit')

test('an L4 is decided with a code of an authenticator, or a recovery code once', async ({ enter, hub }) => {
  const page = await enter('abenali')
  await page.goto('/profile')
  const { secret, recoveryCodes } = await enrolAuthenticator(page, hub.password)
  const [recoveryCode = '', secondCode = ''] = recoveryCodes

  await test.step('the page that is open asks for a code from now on', async () => {
    await startYes(page, await technician.requestReset('adm-khora'), 'adm-khora')
    await expect(codeField(page)).toBeVisible()
    await expect(page.getByLabel('Votre mot de passe du Hub')).toHaveCount(0)
    await expect(approveButton(page)).toBeDisabled()
    await expect(page.getByText('Il reste : votre preuve de présence.')).toBeVisible()
  })

  await test.step('a wrong code is told at its field, and nothing typed is lost', async () => {
    await codeField(page).fill(wrongCode(secret))
    await approveButton(page).click()
    await expect(page.getByRole('alert')).toContainText('Code incorrect ou déjà utilisé')
    await expect(codeField(page)).toBeFocused()
    await expectKept(page, 'adm-khora')
  })

  await test.step('the other way of proving starts without the refusal, under the cursor', async () => {
    await page.getByRole('button', { name: 'Utiliser un code de secours' }).click()
    await expect(recoveryField(page)).toBeFocused()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await page.getByRole('button', { name: 'Utiliser le code de l’application' }).click()
    await expect(codeField(page)).toBeFocused()
    await expectKept(page, 'adm-khora')
  })

  await test.step('the right code counts, as the authenticator shows it', async () => {
    const code = nextCode(secret)
    await codeField(page).fill(`${code.slice(0, 3)} ${code.slice(3)}`)
    await page.keyboard.press('Enter')
    await expectYes(page, 'présence prouvée par code')
  })

  await test.step('a recovery code counts', async () => {
    await startYes(page, await technician.requestReset('adm-dmarchand'), 'adm-dmarchand')
    await page.getByRole('button', { name: 'Utiliser un code de secours' }).click()
    await recoveryField(page).fill(recoveryCode)
    await approveButton(page).click()
    await expectYes(page, 'présence prouvée par code de secours')
  })

  await test.step('it counts once', async () => {
    await startYes(page, await technician.requestReset('adm-pmoreau'), 'adm-pmoreau')
    await page.getByRole('button', { name: 'Utiliser un code de secours' }).click()
    await recoveryField(page).fill(recoveryCode)
    await approveButton(page).click()
    await expect(page.getByRole('alert')).toContainText('Code incorrect ou déjà utilisé')
    await expectKept(page, 'adm-pmoreau')
    await recoveryField(page).fill(secondCode.toLowerCase().replaceAll('-', ' '))
    await approveButton(page).click()
    await expectYes(page, 'présence prouvée par code de secours')
  })

  await test.step('the profile counts the codes that are left', async () => {
    await page.goto('/profile')
    await expect(page.getByText(`${recoveryCodes.length - 2} codes de secours restants`)).toBeVisible()
  })
})

/** Opens a request without loading the page anew, and fills in what an L4 asks for, but for the proof. */
async function startYes(page: Page, approvalId: string, login: string): Promise<void> {
  await page.getByRole('link', { name: 'SAFEGUARD' }).first().click()
  await page.locator(`a[href^="/safeguard/${approvalId}"]`).click()
  await page.getByRole('heading', { level: 2, name: login }).scrollIntoViewIfNeeded()
  await approveButton(page).click()
  await page.getByLabel(`Recopiez ${login}`).fill(login)
  await reasonField(page).fill(reason)
}

async function expectKept(page: Page, login: string): Promise<void> {
  await expect(page.getByLabel(`Recopiez ${login}`)).toHaveValue(login)
  await expect(reasonField(page)).toHaveValue(reason)
}

async function expectYes(page: Page, fact: string): Promise<void> {
  await expect(page.getByText('Approuvée par Amine Benali (N3)')).toBeVisible()
  const decisions = page.getByRole('region', { name: 'Décisions' })
  await expect(decisions.getByText(`${fact} · aperçu vu en entier`)).toBeVisible()
}

/** The code of this moment counts no more after the enrolment: the one that follows is forgiven as a fast clock. */
function nextCode(secret: Authenticator['secret']): string {
  return totpCode(secret, Date.now() + stepMs)
}

/** Six digits that none of the steps around this moment shows. */
function wrongCode(secret: Authenticator['secret']): string {
  const near = [-2, -1, 0, 1, 2].map((steps) => totpCode(secret, Date.now() + steps * stepMs))
  return (
    ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code)) ?? ''
  )
}
