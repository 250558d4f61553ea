import { type Seeder, seedAs } from './harness/seed.ts'
import { expect, type Page, test } from './harness/test.ts'

test.use({ hubEnv: { RATE_LIMIT_PER_MINUTE: '10000' }, expectedErrors: { statuses: [401, 403, 409] } })

const approveButton = (page: Page) => page.getByRole('button', { name: 'Approuver' })
const inWhoseName = (page: Page) => page.getByRole('combobox', { name: 'Décider au nom de' })
const decisions = (page: Page) => page.getByRole('region', { name: 'Décisions' })

let technician: Seeder
test.beforeAll(async ({ hub }) => {
  technician = await seedAs(hub, 'mmartin')
})
test.afterAll(() => technician.close())

test('a colleague decides in the name of somebody who is away', async ({ enter, hub }) => {
  const ordinary = await technician.requestReset('lucas.perrin')
  const critical = await technician.requestReset('adm-khora')
  const away = await enter('abenali')
  const standIn = await enter('slegrand')

  await test.step('before the delegation an L4 says why it is not hers', async () => {
    await standIn.goto(`/safeguard/${critical}`)
    await expect(standIn.getByText('Cette décision demande l’accréditation N3.')).toBeVisible()
    await expect(approveButton(standIn)).toHaveCount(0)
  })

  await test.step('the delegation opens the request under her eyes', async () => {
    await away.goto('/safeguard/delegations')
    await away.getByLabel('À qui').selectOption({ label: 'Sophie Legrand (N2)' })
    await away.getByRole('button', { name: 'Deux semaines' }).click()
    await away.getByLabel('Votre mot de passe du Hub').fill(hub.password)
    await away.getByRole('button', { name: 'Déléguer', exact: true }).click()
    await expect(away.getByText(/^Sophie Legrand décide en votre nom jusqu’au/)).toBeVisible()
    await expect(
      standIn.getByText('Vous décidez au nom d’Amine Benali, qui vous a délégué ses décisions.'),
    ).toBeVisible()
  })

  await test.step('she approves in his name', async () => {
    await standIn.getByRole('heading', { level: 2, name: 'adm-khora' }).scrollIntoViewIfNeeded()
    await approveButton(standIn).click()
    await standIn.getByLabel('Recopiez adm-khora').fill('adm-khora')
    await standIn.getByLabel('Motif, conservé dans l’audit').fill('Rappelé au 4410, identité confirmée.')
    await standIn.getByLabel('Votre mot de passe du Hub').fill(hub.password)
    await approveButton(standIn).click()
    await expect(standIn.getByText('Approuvée par Sophie Legrand, au nom d’Amine Benali (N3)')).toBeVisible()
  })

  await test.step('the yes of who is away is used up, and he is told by whom', async () => {
    await away.goto(`/safeguard/${critical}`)
    await expect(away.getByText('Approuvée par Sophie Legrand, au nom d’Amine Benali (N3)')).toBeVisible()
    await expect(
      away.getByText('Sophie Legrand a déjà approuvé en votre nom : il faut une autre personne.'),
    ).toBeVisible()
    await expect(standIn.getByText('Vous avez déjà approuvé : il faut une seconde personne.')).toBeVisible()
  })

  await test.step('where she may decide herself, she chooses the name', async () => {
    await standIn.goto(`/safeguard/${ordinary}`)
    await expect(inWhoseName(standIn)).toHaveValue('')
    await inWhoseName(standIn).selectOption({ label: 'Amine Benali, qui m’a délégué' })
    await approveButton(standIn).click()
    await expect(standIn.getByRole('main').getByText('Exécutée', { exact: true })).toBeVisible()
    await expect(
      decisions(standIn).getByText('Sophie Legrand, au nom d’Amine Benali (N3) a approuvé'),
    ).toBeVisible()
  })

  await test.step('the history names both', async () => {
    await standIn.goto('/safeguard/history?q=lucas.perrin')
    const row = standIn.getByRole('row', { name: /lucas\.perrin/ })
    await expect(row.getByText('Sophie Legrand, au nom d’Amine Benali')).toBeVisible()
  })
})
