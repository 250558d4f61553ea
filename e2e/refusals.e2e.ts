import { decideByFetch } from './harness/decide-by-fetch.ts'
import { type Seeder, seedAs } from './harness/seed.ts'
import { expect, type Page, test } from './harness/test.ts'

// The tests follow each other faster than a person opens pages.
test.use({ hubEnv: { RATE_LIMIT_PER_MINUTE: '10000' } })

let technician: Seeder
test.beforeAll(async ({ hub }) => {
  technician = await seedAs(hub, 'mmartin')
})
test.afterAll(() => technician.close())

/** A second tab of the same browser that misses every event: its live link never opens. */
async function openStaleTab(page: Page): Promise<Page> {
  const tab = await page.context().newPage()
  await tab.routeWebSocket('**/api/safeguard/ws', (socket) => socket.close())
  await tab.goto(page.url())
  await expect(tab.getByRole('button', { name: 'Approuver' })).toBeEnabled()
  return tab
}

const digestOf = (page: Page) => page.getByText(/^[0-9a-f]{64}$/).innerText()

test.describe('a request is decided once, as it was shown', () => {
  test.use({ expectedErrors: { statuses: [401, 409], isUnreachable: true } })

  test('a second yes from a stale tab is refused, and the tab shows what happened', async ({ enter }) => {
    const approvalId = await technician.requestReset('helene.caron')
    const page = await enter('jdupont')
    await page.goto(`/safeguard/${approvalId}`)
    const stale = await openStaleTab(page)
    await page.getByRole('button', { name: 'Approuver' }).click()
    await expect(page.getByText('Exécutée', { exact: true })).toBeVisible()

    await stale.getByRole('button', { name: 'Approuver' }).click()
    await expect(stale.getByRole('alert')).toHaveText(
      'Une autre décision est arrivée avant la vôtre. Voici l’état actuel.',
    )
    await expect(stale.getByText('Exécutée', { exact: true })).toBeVisible()
    await expect(stale.getByRole('button', { name: 'Approuver' })).toHaveCount(0)
  })

  test('a screen that showed another request than the one that waits is refused', async ({ enter }) => {
    const approvalId = await technician.requestReset('philippe.garnier')
    const page = await enter('jdupont')
    // What the approver reads is not what the Hub keeps: the target and with it the digest are others.
    await page.route(`**/api/safeguard/${approvalId}`, async (route) => {
      const answer = await route.fetch()
      const shown = await answer.json()
      const target = { ...shown.target, name: 'quelquun.dautre' }
      await route.fulfill({ response: answer, json: { ...shown, target, digest: 'e'.repeat(64) } })
    })
    await page.goto(`/safeguard/${approvalId}`)
    await expect(page.getByRole('main').getByText('quelquun.dautre').first()).toBeVisible()
    await page.getByRole('button', { name: 'Approuver' }).click()
    await expect(page.getByRole('alert')).toHaveText(
      'La demande a changé depuis son affichage. Relisez-la avant de décider.',
    )
    await expect(page.getByText('En attente', { exact: true })).toBeVisible()
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })

  test('another digest and the digest of another request are refused', async ({ enter }) => {
    const [first, second] = [
      await technician.requestReset('camille.renard'),
      await technician.requestReset('david.marchand'),
    ]
    const page = await enter('jdupont')
    await page.goto(`/safeguard/${first}`)
    const path = `/api/safeguard/${second}/approve`
    for (const digest of ['f'.repeat(64), await digestOf(page)]) {
      const refusal = await decideByFetch(page, path, { digest })
      expect(refusal).toMatchObject({ status: 409, reason: 'approval.digest' })
      expect(refusal.message).toContain('Rien n’a été exécuté')
    }
    await page.goto(`/safeguard/${second}`)
    await expect(page.getByText('En attente', { exact: true })).toBeVisible()
  })
})

test.describe('only who may decide can', () => {
  test.use({ expectedErrors: { statuses: [400, 401, 403] } })

  test('the requester is told why, also past the buttons', async ({ enter }) => {
    const approvalId = await technician.requestReset('thomas.nguyen')
    const page = await enter('mmartin')
    await page.goto(`/safeguard/${approvalId}`)
    const decision = page.getByRole('region', { name: 'Décision' })
    await expect(decision).toContainText('Vous avez fait cette demande : une autre personne doit décider.')
    await expect(decision.getByRole('button')).toHaveText(['Annuler la demande'])
    const path = `/api/safeguard/${approvalId}/approve`
    const refusal = await decideByFetch(page, path, { digest: await digestOf(page) })
    expect(refusal).toMatchObject({ status: 403, reason: 'approval.self' })
  })

  test('a decision cannot bring other arguments along', async ({ enter }) => {
    const approvalId = await technician.requestReset('josiane.bertrand')
    const page = await enter('jdupont')
    await page.goto(`/safeguard/${approvalId}`)
    const body = { digest: await digestOf(page), arguments: { login: 'nadia.cherif' } }
    const refusal = await decideByFetch(page, `/api/safeguard/${approvalId}/approve`, body)
    expect(refusal.status).toBe(400)
    await page.reload()
    await expect(page.getByText('En attente', { exact: true })).toBeVisible()
  })

  test('a person without tools reads no request', async ({ enter }) => {
    const approvalId = await technician.requestReset('sylvie.granier')
    const page = await enter('lecture')
    await page.goto(`/safeguard/${approvalId}`)
    await expect(page.getByText('SAFEGUARD se lit à partir du niveau N1')).toBeVisible()
  })
})
