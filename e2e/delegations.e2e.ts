import { expect, test } from './harness/test.ts'

test.use({ expectedErrors: { statuses: [400, 401, 403] } })

test('decisions are delegated for a time, and the delegation is ended early', async ({ enter, hub }) => {
  const away = await enter('jdupont')
  const standIn = await enter('slegrand')
  await standIn.goto('/safeguard/delegations')
  await expect(standIn.getByText('Personne ne vous a délégué ses décisions.')).toBeVisible()

  await test.step('a period that ends in the past is refused beside its field, and nothing typed is lost', async () => {
    await away.goto('/safeguard')
    await away.getByRole('link', { name: 'Délégations' }).click()
    await away.getByLabel('À qui').selectOption({ label: 'Sophie Legrand (N2)' })
    await away.getByLabel('Motif (facultatif)').fill('Congés de printemps')
    await away.getByLabel('À partir de').fill('2020-01-01T08:00')
    await away.getByLabel('Jusqu’à').fill('2020-01-02T18:00')
    await expect(away.getByRole('button', { name: 'Déléguer', exact: true })).toBeDisabled()
    await away.getByLabel('Votre mot de passe du Hub').fill('pas-le-bon-2026')
    await away.getByRole('button', { name: 'Déléguer', exact: true }).click()
    await expect(away.getByText('La fin doit être à venir et après le début.')).toBeVisible()
    await expect(away.getByLabel('Motif (facultatif)')).toHaveValue('Congés de printemps')
  })

  await test.step('a ready period is delegated, and the other person sees it without a reload', async () => {
    await away.getByRole('button', { name: 'Deux semaines' }).click()
    await away.getByRole('button', { name: 'Déléguer', exact: true }).click()
    await expect(away.getByRole('alert')).toContainText('Mot de passe ou code incorrect')
    await expect(away.getByLabel('Motif (facultatif)')).toHaveValue('Congés de printemps')
    await away.getByLabel('Votre mot de passe du Hub').fill(hub.password)
    await away.getByRole('button', { name: 'Déléguer', exact: true }).click()
    await expect(away.getByRole('status').getByText(/Sophie Legrand pourra décider/)).toBeVisible()
    await expect(away.getByText(/^Sophie Legrand décide en votre nom jusqu’au/)).toBeVisible()
    await expect(standIn.getByText(/^Vous pouvez décider au nom de Julien Dupont jusqu’au/)).toBeVisible()
    await expect(standIn.getByRole('button', { name: 'Arrêter' })).toHaveCount(0)
  })

  await test.step('the profile of both says so', async () => {
    await standIn.goto('/profile')
    await expect(standIn.getByText(/^Vous décidez au nom de Julien Dupont du/)).toBeVisible()
    await standIn.getByRole('link', { name: 'Gérer les délégations' }).click()
  })

  await test.step('it ends early once that is confirmed', async () => {
    await away.getByRole('button', { name: 'Arrêter' }).click()
    const dialog = away.getByRole('dialog', { name: 'Arrêter cette délégation ?' })
    await expect(dialog).toContainText('Sophie Legrand ne pourra plus décider au nom de Julien Dupont')
    await dialog.getByRole('button', { name: 'Garder' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(away.getByText('En cours', { exact: true })).toBeVisible()
    await away.getByRole('button', { name: 'Arrêter' }).click()
    await dialog.getByRole('button', { name: 'Arrêter la délégation' }).click()
    await expect(away.getByText('Arrêtée', { exact: true })).toBeVisible()
    await expect(standIn.getByText('Arrêtée', { exact: true })).toBeVisible()
    await expect(standIn.getByRole('list', { name: 'Délégations en cours' })).toHaveCount(0)
  })
})
