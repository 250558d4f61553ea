import { seedAs } from './harness/seed.ts'
import { expect, type Page, test } from './harness/test.ts'

test('a grant is asked for, approved by another person, used and revoked', async ({ enter, hub }) => {
  const asker = await enter('jdupont')
  const approver = await enter('abenali')
  const grantee = await seedAs(hub, 'slegrand')

  await test.step('a form that is not complete says what is missing, and keeps what is there', async () => {
    await asker.goto('/safeguard/grants')
    await expect(asker.getByText('Aucune autorisation en vigueur')).toBeVisible()
    await asker.getByRole('link', { name: 'Demander une autorisation' }).click()
    await asker.getByLabel('Action').selectOption({ label: 'Réinitialiser un mot de passe' })
    await asker.getByRole('radio', { name: 'Un collègue' }).click()
    await asker.getByLabel('Pourquoi').fill('Migration')
    await asker.getByRole('button', { name: 'Demander l’autorisation' }).click()
    await expect(asker.getByText('3 champs sont à corriger')).toBeVisible()
    await expect(asker.getByText('Expliquez en dix caractères au moins.')).toBeVisible()
    await expect(asker.getByText(/^Nommez au moins un fait de la cible/)).toBeVisible()
    await asker.getByRole('link', { name: 'Politique' }).click()
    await expect(asker.getByRole('heading', { name: 'Ce que chaque niveau demande' })).toBeVisible()
    await asker.goBack()
    await expect(asker.getByLabel('Pourquoi')).toHaveValue('Migration')
  })

  const grantId = await test.step('it is asked for', () => askForGrant(asker))

  await test.step('who asked may not decide, another person may', async () => {
    await expect(
      asker.getByText('Vous avez demandé cette autorisation : une autre personne doit décider.'),
    ).toBeVisible()
    await approver.goto(`/safeguard/grants/${grantId}`)
    const approve = approver.getByRole('button', { name: 'Approuver l’autorisation' })
    await expect(approve).toBeDisabled()
    await expect(approver.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
    await approver.getByLabel('Motif, conservé dans l’audit').fill('Vu avec le client.')
    await expect(approve).toBeDisabled()
    await expect(approver.getByRole('button', { name: 'Rejeter' })).toBeEnabled()
    await approver.getByLabel('Votre mot de passe du Hub').fill(hub.password)
    await approve.click()
    await expect(approver.getByText('Approuvée par Amine Benali')).toBeVisible()
  })

  await test.step('a request in its scope is executed at once, and the use is counted', async () => {
    await grantee.requestReset('jean.dupont')
    await expect(asker.getByRole('article').getByText('1 sur 20 utilisations')).toBeVisible()
    await asker.goto('/safeguard/history?q=jean.dupont')
    await expect(asker.getByRole('row', { name: /jean\.dupont/ }).getByText('Exécutée')).toBeVisible()
  })

  await test.step('it is revoked with a reason', async () => {
    await approver.getByRole('button', { name: 'Révoquer l’autorisation' }).click()
    const dialog = approver.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: 'Révoquer' })).toBeDisabled()
    await dialog.getByLabel('Motif, conservé dans l’audit').fill('La migration est finie.')
    await dialog.getByRole('button', { name: 'Révoquer' }).click()
    await expect(approver.getByText('Révoquée par Amine Benali')).toBeVisible()
    await grantee.close()
  })
})

test('a grant that waits is withdrawn by who asked for it', async ({ enter }) => {
  const asker = await enter('jdupont')
  const approver = await enter('abenali')
  await asker.goto('/safeguard/grants/new')
  await asker.getByLabel('Action').selectOption({ label: 'Réinitialiser un mot de passe' })
  await asker.getByRole('radio', { name: 'Un collègue' }).click()
  const grantId = await askForGrant(asker)
  await approver.goto(`/safeguard/grants/${grantId}`)
  await expect(approver.getByRole('button', { name: 'Approuver l’autorisation' })).toBeVisible()
  await expect(approver.getByRole('button', { name: 'Retirer ma demande' })).toHaveCount(0)

  await asker.getByRole('button', { name: 'Retirer ma demande' }).click()
  await asker.getByRole('dialog').getByRole('button', { name: 'Garder' }).click()
  await expect(asker.getByText('Demandée', { exact: true }).first()).toBeVisible()
  await asker.getByRole('button', { name: 'Retirer ma demande' }).click()
  await asker.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click()
  await expect(asker.getByText('Retirée par Julien Dupont')).toBeVisible()
  await expect(asker.getByRole('button', { name: 'Retirer ma demande' })).toHaveCount(0)
  await expect(approver.getByRole('button', { name: 'Approuver l’autorisation' })).toHaveCount(0)
})

/** Completes the form with a reset for one client, for Sophie Legrand. Answers the number of the grant. */
async function askForGrant(page: Page): Promise<string> {
  await page.getByLabel('Collègue').selectOption({ label: 'Sophie Legrand (N2)' })
  await page.getByLabel('Valeur du fait 1').fill('EHPAD Les Jardins')
  await page.getByLabel('Pourquoi').fill('Migration de la messagerie cette semaine.')
  await page.getByRole('button', { name: 'Demander l’autorisation' }).click()
  await expect(page.getByText('Demandée', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('article').getByText(/si client = « EHPAD Les Jardins »/)).toBeVisible()
  return new URL(page.url()).pathname.replace('/safeguard/grants/', '')
}
