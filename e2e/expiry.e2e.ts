import { join } from 'node:path'
import { ask } from './harness/ask.ts'
import { decideByFetch } from './harness/decide-by-fetch.ts'
import { readFollowups } from './harness/glpi.ts'
import { expect, test } from './harness/test.ts'

const expiryLimitMs = 90_000

test.use({
  hubEnv: { SAFEGUARD_POLICY_FILE: join(import.meta.dirname, 'one-minute-policy.yaml') },
  expectedErrors: { statuses: [401, 409] },
})

test('a request that nobody decided in time is refused everywhere', async ({ enter, hub }) => {
  test.setTimeout(150_000)
  const technician = await enter('mmartin')
  const approver = await enter('jdupont')
  await approver.goto('/safeguard')
  await expect(approver.getByText('Aucune demande en attente')).toBeVisible()
  await technician.goto('/wibot')
  await ask(technician, 'Réinitialise le mot de passe de jean.dupont, ticket 1234')
  await expect(approver.getByRole('button', { name: 'Approuver' })).toBeEnabled()
  await expect(approver.getByRole('main').getByText(/^expire dans \d+\ss$/)).toBeVisible()
  const path = `/api${new URL(approver.url()).pathname}/approve`
  const digest = await approver.getByText(/^[0-9a-f]{64}$/).innerText()

  // Nothing is pressed: both screens learn it by themselves once the minute is over.
  const card = technician.getByRole('article', { name: 'Réinitialiser le mot de passe de jean.dupont' })
  await expect(approver.getByText('Expirée', { exact: true })).toBeVisible({ timeout: expiryLimitMs })
  await expect(approver.getByText(/^Rien n’a été exécuté : la demande a expiré/)).toBeVisible()
  await expect(approver.getByRole('button', { name: 'Approuver' })).toHaveCount(0)
  await expect(card.getByText('Expirée', { exact: true })).toBeVisible()

  expect(await decideByFetch(approver, path, { digest })).toMatchObject({
    status: 409,
    message: 'La demande a expiré : rien n’a été exécuté.',
  })
  await expect
    .poll(() => readFollowups(hub, 1234))
    .toEqual([{ content: expect.stringContaining('rien n’a été exécuté'), is_private: 1 }])
})
