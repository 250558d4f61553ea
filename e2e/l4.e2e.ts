import { decideByFetch } from './harness/decide-by-fetch.ts'
import { type Seeder, seedAs } from './harness/seed.ts'
import { expect, type Page, test } from './harness/test.ts'

const low = { width: 1440, height: 480 }
const reason = 'Rappelé au 4410, identité confirmée.'

test.use({ hubEnv: { RATE_LIMIT_PER_MINUTE: '10000' }, expectedErrors: { statuses: [401, 403, 409] } })

let technician: Seeder
test.beforeAll(async ({ hub }) => {
  technician = await seedAs(hub, 'mmartin')
})
test.afterAll(() => technician.close())

const approveButton = (page: Page) => page.getByRole('button', { name: 'Approuver' })

/** Fills in what an L4 asks for, by password. */
async function fillProof(page: Page, login: string, password: string): Promise<void> {
  await approveButton(page).click()
  await page.getByLabel(`Recopiez ${login}`).fill(login)
  await page.getByLabel('Motif, conservé dans l’audit').fill(reason)
  await page.getByLabel('Votre mot de passe du Hub').fill(password)
}

test('an L4 takes two people, each with their proof', async ({ enter, hub }) => {
  const approvalId = await technician.requestReset('adm-khora')
  const first = await enter('abenali')
  await first.setViewportSize(low)
  await first.goto(`/safeguard/${approvalId}`)

  await test.step('nothing is approved before the whole preview was on the screen', async () => {
    await expect(approveButton(first)).toBeDisabled()
    const digest = await first.getByText(/^[0-9a-f]{64}$/).innerText()
    const stepUp = { method: 'password', password: hub.password }
    const path = `/api/safeguard/${approvalId}/approve`
    expect(await decideByFetch(first, path, { digest, reason, stepUp })).toMatchObject({
      status: 409,
      reason: 'approval.preview_unseen',
    })
    await first.getByRole('heading', { name: 'Cible' }).scrollIntoViewIfNeeded()
    await first.setViewportSize({ width: 1440, height: 900 })
    await first.getByRole('heading', { level: 2, name: /adm-khora$/ }).scrollIntoViewIfNeeded()
    await expect(approveButton(first)).toBeEnabled()
  })

  await test.step('a wrong password loses nothing that was filled in', async () => {
    await fillProof(first, 'adm-khora', 'pas-le-bon-2026')
    await approveButton(first).click()
    await expect(first.getByRole('alert')).toContainText('Mot de passe ou code incorrect')
    await expect(first.getByLabel('Votre mot de passe du Hub')).toBeFocused()
    await expect(first.getByLabel('Recopiez adm-khora')).toHaveValue('adm-khora')
    await expect(first.getByLabel('Motif, conservé dans l’audit')).toHaveValue(reason)
    await first.getByLabel('Votre mot de passe du Hub').fill(hub.password)
    await first.keyboard.press('Enter')
    await expect(first.getByText('Approuvée par Amine Benali (N3)')).toBeVisible()
    await expect(first.getByText('Vous avez déjà approuvé : il faut une seconde personne.')).toBeVisible()
  })

  await test.step('the second person sees the first, and decides', async () => {
    const second = await enter('pmoreau')
    await second.goto(`/safeguard/${approvalId}`)
    await expect(second.getByText('Amine Benali regarde aussi')).toBeVisible()
    await expect(first.getByText('Pierre Moreau regarde aussi')).toBeVisible()
    await fillProof(second, 'adm-khora', hub.password)
    await approveButton(second).click()
    await expect(second.getByRole('main').getByText('Exécutée', { exact: true })).toBeVisible()
    await expect(first.getByRole('main').getByText('Exécutée', { exact: true })).toBeVisible()
    const decisions = second.getByRole('region', { name: 'Décisions' })
    await expect(decisions.getByText('présence prouvée par mot de passe · aperçu vu en entier')).toHaveCount(
      2,
    )
  })
})

test('an N4 breaks the glass, and another person reviews it', async ({ enter, hub }) => {
  const approvalId = await technician.requestReset('adm-dmarchand')
  const chief = await enter('khora')
  await chief.goto(`/safeguard/${approvalId}`)
  await chief.getByRole('button', { name: 'Bris de glace' }).click()
  const dialog = chief.getByRole('dialog', { name: /^Bris de glace/ })
  await expect(dialog).toContainText('Toutes les personnes N3 et plus sont prévenues')
  const submit = dialog.getByRole('button', { name: 'Passer outre et exécuter' })
  await dialog.getByLabel('Pourquoi ne peut-on pas attendre ?').fill('Trop court')
  await dialog.getByLabel('Recopiez adm-dmarchand').fill('adm-dmarchand')
  await dialog.getByLabel('Votre mot de passe du Hub').fill(hub.password)
  await expect(submit).toBeDisabled()
  await dialog
    .getByLabel('Pourquoi ne peut-on pas attendre ?')
    .fill('Toute la clinique est à l’arrêt ce soir.')
  await submit.click()
  await expect(dialog).toHaveCount(0)
  const banner = (page: Page) => page.getByRole('region', { name: 'Bris de glace' })
  await expect(banner(chief)).toContainText('Bris de glace par Karim Hora')
  await expect(banner(chief)).toContainText('Une autre personne N3 ou plus doit dire')
  await expect(banner(chief).getByRole('button')).toHaveCount(0)

  const reviewer = await enter('abenali')
  await reviewer.goto('/safeguard/history?breakGlass=unreviewed')
  await reviewer.getByRole('link', { name: /adm-dmarchand$/ }).click()
  await banner(reviewer).getByLabel('Votre avis sur ce bris de glace').fill('Vérifié avec la clinique.')
  await banner(reviewer).getByRole('button', { name: 'C’était justifié' }).click()
  await expect(banner(chief)).toContainText('Jugé justifié par Amine Benali')
  await reviewer.goto('/safeguard/history?breakGlass=unreviewed')
  await expect(reviewer.getByText('Aucune demande décidée ne correspond')).toBeVisible()
})
