import { seedAs } from './harness/seed.ts'
import { expect, test } from './harness/test.ts'

test('a request is decided without a mouse', async ({ enter, hub }) => {
  const technician = await seedAs(hub, 'mmartin')
  const first = await technician.requestReset('marie.martin2')
  const second = await technician.requestReset('rachid.amrani')
  await technician.close()
  const page = await enter('jdupont')
  await page.goto(`/safeguard/${first}`)
  const approve = page.getByRole('button', { name: 'Approuver' })
  await expect(approve).toBeEnabled()

  await page.keyboard.press('j')
  await expect(page).toHaveURL(`/safeguard/${second}`)
  await expect(page.getByRole('heading', { level: 2, name: /rachid\.amrani$/ })).toBeVisible()
  await page.keyboard.press('k')
  await expect(page).toHaveURL(`/safeguard/${first}`)

  await expect(page.getByRole('heading', { level: 2, name: /marie\.martin2$/ })).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByRole('button', { name: 'Rejeter la demande' })).toBeVisible()
  await page.getByRole('button', { name: 'Ne pas rejeter' }).press('Enter')
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Raccourcis de SAFEGUARD' })
  await expect(help).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)

  await expect(approve).toBeEnabled()
  await page.keyboard.press('a')
  await expect(approve).toBeFocused()
  await expect(approve).toHaveCSS('outline-style', 'solid')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByText('Exécutée', { exact: true })).toBeVisible()
})

test('the palette leads everywhere and gives the focus back', async ({ enter }) => {
  const page = await enter('jdupont')
  await page.goto('/wibot')
  const input = page.getByLabel('Message à WIBOT')
  await expect(input).toBeFocused()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog')
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
  await expect(input).toBeFocused()

  await page.keyboard.press('Control+k')
  await palette.getByRole('combobox').pressSequentially('historique')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/safeguard/history')
  await expect(
    page.getByRole('heading', { level: 2, name: 'Historique' }).or(page.getByRole('table')),
  ).toBeVisible()
})

test('the first Tab offers to skip to the content', async ({ enter }) => {
  const page = await enter('jdupont')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Aller au contenu' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('signing in takes no mouse', async ({ enter, hub }) => {
  const page = await enter(undefined)
  await page.goto('/login')
  await page.getByLabel('Identifiant').press('Tab')
  await page.getByLabel('Identifiant').fill('mmartin')
  await page.getByLabel('Mot de passe', { exact: true }).fill(hub.password)
  await page.getByLabel('Mot de passe', { exact: true }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Accueil' })).toBeVisible()
})
