import { layCable } from '@hub/kernel/testing'
import { ask, untilComplete } from './harness/ask.ts'
import { test } from './harness/scripted-model.ts'
import { expect } from './harness/test.ts'

const first = 'Première partie, '
const rest = 'et la fin.'

test.use({ expectedErrors: { statuses: [401, 500, 502, 503], isUnreachable: true } })

test('an answer goes on after a minute without network, from the last event that was read', async ({
  enter,
  hub,
  model,
}) => {
  test.setTimeout(150_000)
  const cable = await layCable(hub.url)
  const page = await enter('mmartin', { baseURL: cable.url })
  await page.goto('/wibot')
  const drips = Array.from({ length: 14 }, (_, rank) => ({ text: `${rank + 1}, `, stallMs: 5_000 }))
  model.control.reply({ parts: [{ text: first }, ...drips, { text: rest }] })
  const answer = await ask(page, 'Bonjour')
  await expect(answer).toContainText(first.trim())
  const resumed = page.waitForRequest(/\/api\/chat\/messages\/[^/]+\/stream$/, { timeout: 100_000 })
  cable.cut()
  await page.context().setOffline(true)
  await expect(answer.getByText(/^Connexion perdue/)).toBeVisible()
  await page.waitForTimeout(60_000)
  cable.mend()
  await page.context().setOffline(false)
  const request = await resumed
  expect(Number((await request.allHeaders())['last-event-id'])).toBeGreaterThan(0)
  await expect(answer).toContainText(`13, 14, ${rest}`, { timeout: 40_000 })
  await untilComplete(answer)
  await page.context().close()
  await cable.close()
})

test('an answer ends with a clear state when the Hub is killed in mid-answer', async ({
  enter,
  hub,
  model,
}) => {
  test.setTimeout(150_000)
  const page = await enter('mmartin')
  await page.goto('/wibot')
  model.control.reply({ parts: [{ text: first }, { text: rest, stallMs: 60_000 }] })
  const answer = await ask(page, 'Bonsoir')
  await expect(answer).toContainText(first.trim())
  await hub.kill()
  await expect(answer.getByText(/^Connexion perdue/)).toBeVisible()
  await hub.start()
  await expect(answer.getByText(/^Réponse interrompue avant la fin/)).toBeVisible({ timeout: 45_000 })
  await expect(page.getByRole('button', { name: 'Envoyer' })).toBeVisible()
  await page.getByRole('button', { name: 'Reposer la question' }).click()
  await expect(page.getByRole('button', { name: 'Arrêter' })).toBeVisible()
})
