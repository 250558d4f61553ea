import { ask, untilComplete } from './harness/ask.ts'
import { verifyAudit } from './harness/audit.ts'
import { tryDirectoryLogin } from './harness/directory.ts'
import { docsScreenshot } from './harness/docs-screenshot.ts'
import { readFollowups } from './harness/glpi.ts'
import { signIn } from './harness/sign-in.ts'
import { expect, type Locator, type Page, test } from './harness/test.ts'

// In a low window the preview of a request does not fit at once.
const low = { width: 1440, height: 480 }
const high = { width: 1440, height: 900 }
const reset = 'Réinitialiser le mot de passe de jean.dupont'

test('a password is reset after a human yes', async ({ enter, hub }) => {
  test.setTimeout(120_000)
  const technician = await enter(undefined)
  const approver = await enter(undefined)

  await test.step('the technician signs in and reads the state of a switch', async () => {
    await technician.goto('/')
    await signIn(technician, hub, 'mmartin')
    await expect(technician.getByRole('heading', { name: 'Accueil' })).toBeVisible()
    await readSwitch(technician)
  })

  await test.step('the approver has SAFEGUARD open', async () => {
    await approver.setViewportSize(low)
    await approver.goto('/safeguard')
    await signIn(approver, hub, 'jdupont')
    await expect(approver.getByText('Aucune demande en attente')).toBeVisible()
    await expect(approver.getByText('En direct')).toBeVisible()
  })

  const card = technician.getByRole('article', { name: reset })
  await test.step('the technician asks for a reset and gets an approval card', async () => {
    const answer = await ask(technician, 'Réinitialise le mot de passe de jean.dupont, ticket 1234')
    await untilComplete(answer)
    await expect(card.getByText('En attente', { exact: true })).toBeVisible()
    await expectPreview(card)
    await expect(card.getByText('ticket n° 1234 : Reset MDP - Jean Dupont · EHPAD Les Jardins')).toBeVisible()
    await expect(card.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
    await expect(card.getByText(/expire dans (1\sh|5\d\smin)/)).toBeVisible()
    await answer.getByRole('heading', { name: 'Demandé' }).evaluate((heading) => heading.scrollIntoView())
    await docsScreenshot(technician, '2-approval-request')
  })

  const approvalId = await test.step('the request arrives at the approver without a reload', () =>
    readRequest(approver))

  await test.step('the home page of the approver says what waits', async () => {
    await approver.getByRole('link', { name: 'Accueil' }).click()
    await expect(approver.getByRole('main').getByRole('link', { name: reset })).toBeVisible()
    await expect(approver.getByText('Aucune conversation pour l’instant.')).toBeVisible()
    await expect(approver.getByRole('main').getByText('Active Directory')).toBeVisible()
    await docsScreenshot(approver, 'home')
    await approver.goBack()
  })

  await test.step('the technician sees why she cannot approve it', async () => {
    await card.getByRole('link', { name: 'Ouvrir dans SAFEGUARD' }).click()
    const decision = technician.getByRole('region', { name: 'Décision' })
    await expect(
      decision.getByText('Vous avez fait cette demande : une autre personne doit décider.'),
    ).toBeVisible()
    await expect(decision.getByRole('button', { name: 'Approuver' })).toHaveCount(0)
    await technician.goBack()
  })

  await test.step('the approver says yes and both screens show the outcome live', async () => {
    await approver.getByRole('button', { name: 'Approuver' }).click()
    await expect(approver.getByText('Exécutée', { exact: true })).toBeVisible()
    const outcome = approver.getByRole('region', { name: 'Résultat' })
    await expect(outcome.getByText('Vérifié', { exact: true })).toBeVisible()
    await expect(card.getByText('Exécutée', { exact: true })).toBeVisible()
    await expect(card.getByText('Vérifié', { exact: true })).toBeVisible()
    const told = technician
      .getByRole('article')
      .filter({ has: technician.getByRole('heading', { name: 'Suite donnée' }) })
    await expect(told.getByText('Exécutée', { exact: true })).toBeVisible()
    await expect(told.getByRole('link', { name: `Voir la demande ${approvalId}` })).toBeVisible()
    await docsScreenshot(approver, '4-outcome')
  })

  await test.step('the one-time password is shown once and is the one in the directory', async () => {
    const secret = approver.getByRole('region', { name: 'Mot de passe généré' })
    await secret.getByRole('button', { name: 'Afficher une fois' }).click()
    const password = await secret.locator('code').innerText()
    expect(password.length).toBeGreaterThanOrEqual(12)
    expect(await tryDirectoryLogin(hub, { login: 'jean.dupont', password: `${password}x` })).toBe('52e')
    expect(await tryDirectoryLogin(hub, { login: 'jean.dupont', password })).toBe('773')
    await secret.getByRole('button', { name: 'Masquer' }).click()
    await expect(secret.getByText(/ne peut plus l’être/)).toBeVisible()
    await approver.reload()
    await expect(approver.getByRole('region', { name: 'Résultat' })).toBeVisible()
    await expect(secret).toHaveCount(0)
  })

  await test.step('the ticket and the audit have it', async () => {
    await expect
      .poll(async () =>
        (await readFollowups(hub, 1234)).filter(({ content }) => content.includes(approvalId)),
      )
      .toEqual([expect.objectContaining({ is_private: 1 })])
    expect(await verifyAudit(hub)).toContain('Audit chain intact')
  })
})

/** Step 1: one card for each tool that ran, the figures, and a citation that opens its passage. */
async function readSwitch(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Navigation principale' })
    .getByRole('link', { name: 'WIBOT' })
    .click()
  await page.getByRole('radio', { name: /^Assistant/ }).click()
  const answer = await ask(page, "Quel est l'état du switch de la Clinique St-Jean ?")
  await untilComplete(answer)
  await expect(answer).toContainText('24/24')
  await expect(answer).toContainText('45 jours')
  const reads = answer.getByRole('button', { name: /^3 lectures/ })
  await reads.click()
  const cards = answer.getByRole('button', { name: /^Terminé/ })
  await expect(cards).toHaveCount(3)
  for (const toolCard of await cards.all()) await toolCard.click()
  for (const tool of ['glpi_search_client', 'observium_get_device_status', 'memory_search_similar_cases'])
    await expect(answer.getByText(tool, { exact: true })).toBeVisible()
  await reads.click()
  await openCitation(page, answer)
}

async function openCitation(page: Page, answer: Locator): Promise<void> {
  const citation = answer.getByRole('button', { name: /^Source 1 : / }).first()
  const passage = page.getByRole('blockquote')
  await citation.hover()
  await expect(passage).toBeVisible()
  await citation.click()
  const document = page.getByRole('complementary', { name: 'Document' })
  await expect(document.getByRole('region', { name: 'Passage cité' })).toBeInViewport()
  await page.mouse.move(0, 0)
  await expect(passage).toHaveCount(0)
  await docsScreenshot(page, '1-question')
  await document.getByRole('button', { name: 'Fermer le document' }).click()
}

/** The rows that change, each with what is now and what will be. */
async function expectPreview(card: Locator): Promise<void> {
  const row = (name: RegExp) => card.getByRole('row', { name })
  await expect(row(/^Élément Avant Après$/)).toBeVisible()
  await expect(row(/^À changer à la prochaine connexion/)).toContainText(/non.*oui/)
  await expect(row(/^Mot de passe \(modifié\)/)).toContainText('généré par le Hub')
}

/** Step 3: reads a request in full. Approve works only once the whole preview was on the screen. */
async function readRequest(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 2, name: reset })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Ce qui change' })).toBeVisible()
  const approve = page.getByRole('button', { name: 'Approuver' })
  await expect(approve).toBeDisabled()
  await expect(page.getByText('Faites défiler « Ce qui change » en entier')).toBeVisible()
  await page.getByRole('heading', { name: 'Cible' }).scrollIntoViewIfNeeded()
  await page.setViewportSize(high)
  await expect(approve).toBeEnabled()
  await expect(approve).not.toBeFocused()
  const main = page.getByRole('main')
  await expect(main.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
  await expect(main.getByText('#1234 Reset MDP - Jean Dupont')).toBeVisible()
  await expect(main.getByText(/EHPAD Les Jardins/).first()).toBeVisible()
  await expect(main.getByText(/expire dans (1\sh|5\d\smin)/)).toBeVisible()
  await page.getByRole('heading', { level: 2, name: reset }).scrollIntoViewIfNeeded()
  await docsScreenshot(page, '3-approver')
  return new URL(page.url()).pathname.replace('/safeguard/', '')
}
