import { type Seeder, seedAs } from './harness/seed.ts'
import { expect, test } from './harness/test.ts'

test.use({ hubEnv: { RATE_LIMIT_PER_MINUTE: '10000' } })

let technician: Seeder
test.beforeAll(async ({ hub }) => {
  technician = await seedAs(hub, 'mmartin')
})
test.afterAll(() => technician.close())

test('identical requests are approved with one gesture, others one by one', async ({ enter }) => {
  const first = await technician.requestReset('marie.martin2')
  const second = await technician.requestReset('rachid.amrani')
  await technician.requestReset('jean.dupont', 1234)
  await technician.requestReset('adm-khora')
  const page = await enter('abenali')
  await page.goto(`/safeguard/${first}`)
  await expect(page.getByRole('heading', { level: 2, name: /marie\.martin2$/ })).toBeVisible()
  await page.keyboard.press('x')
  const bar = page.getByRole('region', { name: 'Sélection' })
  const together = bar.getByRole('button', { name: 'Décider ensemble' })
  await expect(bar).toContainText('Sélectionnez au moins deux demandes.')
  await expect(together).toBeDisabled()

  await page.getByRole('checkbox', { name: /adm-khora$/ }).check()
  await expect(bar).toContainText('Une action L4 se décide seule.')
  await expect(together).toBeDisabled()
  await page.getByRole('checkbox', { name: /adm-khora$/ }).uncheck()
  await page.getByRole('checkbox', { name: /rachid\.amrani$/ }).check()
  await together.click()

  const dialog = page.getByRole('dialog', { name: 'Approuver 2 demandes d’un geste' })
  await expect(dialog.getByText(/^[0-9a-f]{64}$/)).toHaveCount(2)
  await expect(dialog.getByRole('listitem').filter({ hasText: 'rachid.amrani' })).toContainText(
    'Manon Martin',
  )
  await dialog.getByRole('button', { name: 'Approuver les 2' }).click()
  await expect(page.getByText('2 demandes approuvées ensemble.')).toBeVisible()
  for (const approvalId of [first, second]) {
    await page.goto(`/safeguard/${approvalId}`)
    await expect(page.getByRole('main').getByText('Exécutée', { exact: true })).toBeVisible()
  }
})

test('the queue shows what its filter asks for', async ({ enter }) => {
  const page = await enter('abenali')
  await page.goto('/safeguard?show=decide')
  const queue = page.getByRole('navigation', { name: 'File des demandes' })
  await expect(queue.getByRole('link')).toHaveCount(2)
  await queue.getByRole('radio', { name: 'Reportées' }).click()
  await expect(queue.getByText('Aucune demande reportée')).toBeVisible()
  await expect(page).toHaveURL(/\?show=deferred$/)
  await queue.getByRole('button', { name: 'Tout afficher' }).click()
  await expect(queue.getByRole('link')).toHaveCount(2)
})

test('two people talk about a request, and one waits for the ticket', async ({ enter }) => {
  const approvalId = await technician.requestReset('lucas.perrin', 1234)
  const [one, other] = [await enter('jdupont'), await enter('slegrand')]
  for (const page of [one, other]) {
    await page.goto(`/safeguard/${approvalId}`)
    await expect(page.getByText('Personne n’a rien dit.', { exact: false })).toBeVisible()
  }
  await one.getByLabel('Votre commentaire').fill('Je rappelle la personne.')
  await one.getByRole('button', { name: 'Commenter' }).click()
  await expect(other.getByRole('log').getByText('Je rappelle la personne.')).toBeVisible()
  await other.getByLabel('Votre commentaire').fill('Merci, je reporte.')
  await other.keyboard.press('Control+Enter')
  await expect(one.getByRole('log').getByRole('listitem')).toHaveCount(2)

  await other.keyboard.press('Escape')
  await other.getByRole('button', { name: 'Reporter' }).click()
  await other.getByRole('radio', { name: 'Réponse au ticket' }).click()
  await other.getByRole('button', { name: 'Reporter à la réponse' }).click()
  for (const page of [one, other])
    await expect(
      page.getByRole('main').getByText(/^Reportée jusqu’à la réponse au ticket n° 1234/),
    ).toBeVisible()
  await expect(one.getByRole('region', { name: /^Reportées/ }).getByRole('link')).toHaveCount(1)
})

/** A tab behind others, in a browser that keeps what it was told to show. */
const hiddenTab = `
  globalThis.shown = []
  globalThis.Notification = class {
    static permission = 'granted'
    constructor(title, { body }) { shown.push(title + ' / ' + body) }
  }
  Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })
`

test('the tab says how many requests wait, and a hidden tab notifies', async ({ enter }) => {
  const page = await enter('abenali', { permissions: ['notifications'] })
  await page.addInitScript({ content: hiddenTab })
  await page.goto('/')
  await expect(page).toHaveTitle(/^\(\d+\) /)
  await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', /^data:image\/svg\+xml/)
  await expect(page.getByText('En direct')).toBeVisible()
  await technician.requestReset('helene.caron')
  await expect
    .poll(() => page.evaluate('shown'))
    .toEqual(['SAFEGUARD : une demande à décider / Réinitialiser le mot de passe de helene.caron'])
})
