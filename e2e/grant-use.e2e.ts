import { ask, untilComplete } from './harness/ask.ts'
import { expect, type Page, test } from './harness/test.ts'

const reset = 'Réinitialiser le mot de passe de jean.dupont'
const question = 'Réinitialise le mot de passe de jean.dupont'

const card = (page: Page) => page.getByRole('article', { name: reset }).last()

test('a grant answers the next request, until it is revoked', async ({ enter, hub }) => {
  const requester = await enter('mmartin')
  const asker = await enter('jdupont')
  const approver = await enter('abenali')

  const grantId = await test.step('it is asked for one technician and one client', () => askForGrant(asker))

  await test.step('before it is decided a request waits', async () => {
    await requester.goto('/wibot')
    await requester.getByRole('radio', { name: /^Assistant/ }).click()
    await untilComplete(await ask(requester, question))
    await expect(card(requester).getByText('En attente', { exact: true })).toBeVisible()
    await card(requester).getByRole('button', { name: 'Annuler la demande' }).click()
    await expect(card(requester).getByText('Annulée', { exact: true })).toBeVisible()
  })

  await test.step('an approver finds it and says yes', async () => {
    await approver.goto('/safeguard')
    await approver.getByRole('link', { name: 'Autorisations' }).click()
    await approver.getByRole('link', { name: /Manon Martin/ }).click()
    await expect(approver.getByText(grantId)).toBeVisible()
    await approver.getByLabel('Motif, conservé dans l’audit').fill('Vu avec le client.')
    await approver.getByLabel('Votre mot de passe du Hub').fill(hub.password)
    await approver.getByRole('button', { name: 'Approuver l’autorisation' }).click()
    await expect(approver.getByText('Approuvée par Amine Benali')).toBeVisible()
  })

  await test.step('the same request is executed, and its card names the grant', async () => {
    const answer = await ask(requester, question)
    await untilComplete(answer)
    await expect(answer.getByText(/est accordée d'avance par l'autorisation permanente/)).toContainText(
      grantId,
    )
    await expect(answer.getByText("Rien n'a été exécuté")).toHaveCount(0)
    await expect(card(requester).getByText('Exécutée', { exact: true })).toBeVisible()
    await expect(card(requester).getByRole('link', { name: grantId })).toBeVisible()
  })

  await test.step('the request says so too, and leads to the grant', async () => {
    await card(requester).getByRole('link', { name: 'Ouvrir dans SAFEGUARD' }).click()
    const main = requester.getByRole('main')
    await expect(main.getByText(/^Accordée d’avance par l’autorisation permanente/)).toContainText(grantId)
    await expect(
      main.getByText(/Une autorisation permanente approuvée par Amine Benali \(N3\) a dit oui/),
    ).toBeVisible()
    await main.getByRole('link', { name: grantId }).click()
    await expect(requester.getByRole('article').getByText('1 sur 20 utilisations')).toBeVisible()
  })

  await test.step('the history does not tell it as a decision of a moment', async () => {
    await asker.goto('/safeguard/history?q=jean.dupont')
    await expect(asker.getByText('Amine Benali, par autorisation permanente')).toBeVisible()
  })

  await test.step('once it is revoked, the next request waits for a person again', async () => {
    await approver.getByRole('button', { name: 'Révoquer l’autorisation' }).click()
    const dialog = approver.getByRole('dialog')
    await dialog.getByLabel('Motif, conservé dans l’audit').fill('La migration est finie.')
    await dialog.getByRole('button', { name: 'Révoquer' }).click()
    await expect(requester.getByRole('article').getByText('Révoquée', { exact: true })).toBeVisible()
    await requester.goto('/wibot')
    await untilComplete(await ask(requester, question))
    await expect(card(requester).getByText('En attente', { exact: true })).toBeVisible()
    await expect(card(requester).getByText(/Attend l’approbation d’une personne/)).toBeVisible()
  })
})

/** Asks for a grant on a reset for one client, for Manon Martin. Answers its number. */
async function askForGrant(page: Page): Promise<string> {
  await page.goto('/safeguard/grants')
  await page.getByRole('link', { name: 'Demander une autorisation' }).click()
  await page.getByLabel('Action').selectOption({ label: 'Réinitialiser un mot de passe' })
  await page.getByRole('radio', { name: 'Un collègue' }).click()
  await page.getByLabel('Collègue').selectOption({ label: 'Manon Martin (N1)' })
  await page.getByLabel('Valeur du fait 1').fill('EHPAD Les Jardins')
  await page.getByLabel('Pourquoi').fill('Migration de la messagerie cette semaine.')
  await page.getByRole('button', { name: 'Demander l’autorisation' }).click()
  await expect(page.getByText('Demandée', { exact: true }).first()).toBeVisible()
  return new URL(page.url()).pathname.replace('/safeguard/grants/', '')
}
