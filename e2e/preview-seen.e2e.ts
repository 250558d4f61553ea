import { seedAs } from './harness/seed.ts'
import { expect, type Page, test } from './harness/test.ts'

test.use({ hubEnv: { RATE_LIMIT_PER_MINUTE: '10000' } })

test('a read from before the preview was seen does not take Approve away', async ({ enter, hub }) => {
  const technician = await seedAs(hub, 'mmartin')
  const ordinary = await technician.requestReset('lucas.perrin')
  const page = await enter('abenali')
  for (const login of ['adm-khora', 'adm-dmarchand', 'adm-pmoreau']) {
    await page.goto(`/safeguard/${ordinary}`)
    await expect(page.getByRole('heading', { level: 2, name: /lucas\.perrin$/ })).toBeVisible()
    await openWithLateRead(page, await technician.requestReset(login))
    await expect(page.getByRole('heading', { level: 2, name: login })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Approuver' })).toBeEnabled()
  }
  await technician.close()
})

/** Opens a request of the queue whose own first read arrives together with the word that its preview was seen. */
async function openWithLateRead(page: Page, approvalId: string): Promise<void> {
  const isTold = Promise.withResolvers<void>()
  const path = `**/api/safeguard/${approvalId}`
  await page.route(
    `${path}/seen`,
    async (route) => {
      const response = await route.fetch()
      isTold.resolve()
      await route.fulfill({ response })
    },
    { times: 1 },
  )
  await page.route(
    path,
    async (route) => {
      const response = await route.fetch()
      await isTold.promise
      // The page may have given this read up by now.
      await Promise.allSettled([route.fulfill({ response })])
    },
    { times: 1 },
  )
  await page.locator(`a[href^="/safeguard/${approvalId}"]`).click()
  await isTold.promise
  await page.waitForLoadState('networkidle')
}
