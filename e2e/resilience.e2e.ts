import { type Estate, startEstate } from '@hub/estate'
import { layCable } from '@hub/kernel/testing'
import { ask, untilComplete } from './harness/ask.ts'
import { seedAs } from './harness/seed.ts'
import { test as base, expect } from './harness/test.ts'

const longReconnectMs = 45_000
const first = 'Première partie de la réponse, '
const rest = 'et la fin.'

/** The Hub of this file asks a model server that the tests script. */
const test = base.extend<object, { model: Estate['ollama'] }>({
  model: [
    async ({ browserName: _ }, use) => {
      const estate = await startEstate()
      await use(estate.ollama)
      await estate.close()
    },
    { scope: 'worker' },
  ],
  hubEnv: [
    ({ model }, use) => use({ LLM_PROVIDERS: 'ollama', OLLAMA_BASE_URL: model.url }),
    { scope: 'worker' },
  ],
})

test.use({ expectedErrors: { statuses: [401, 502], isUnreachable: true } })

test('an answer completes after the network was cut in mid-answer', async ({ enter, hub, model }) => {
  const cable = await layCable(hub.url)
  const page = await enter('mmartin', { baseURL: cable.url })
  await page.goto('/wibot')
  model.control.reply({ parts: [{ text: first }, { text: rest, stallMs: 5_000 }] })
  const answer = await ask(page, 'Bonjour')
  await expect(answer).toContainText(first.trim())
  cable.cut()
  await page.context().setOffline(true)
  await expect(answer.getByText(/^Connexion perdue\. WIBOT continue d’écrire/)).toBeVisible()
  cable.mend()
  await page.context().setOffline(false)
  await untilComplete(answer)
  await expect(answer).toContainText(first + rest)
  await expect(answer.getByText(/^Connexion perdue/)).toHaveCount(0)
  await page.context().close()
  await cable.close()
})

test('an answer goes on after a reload in mid-answer', async ({ enter, model }) => {
  const page = await enter('mmartin')
  await page.goto('/wibot')
  model.control.reply({ parts: [{ text: first }, { text: rest, stallMs: 4_000 }] })
  const answer = await ask(page, 'Bonsoir')
  await expect(answer).toContainText(first.trim())
  await expect(page).toHaveURL(/\/wibot\/.+/)
  await page.reload()
  await expect(answer).toContainText(first.trim())
  await untilComplete(answer)
  await expect(answer).toContainText(first + rest)
  await expect(page.getByRole('article').filter({ hasText: first })).toHaveCount(1)
})

test('Escape stops an answer, and what was written stays', async ({ enter, model }) => {
  const page = await enter('mmartin')
  await page.goto('/wibot')
  model.control.reply({ parts: [{ text: first }, { text: rest, stallMs: 10_000 }] })
  const answer = await ask(page, 'Salut')
  await expect(answer).toContainText(first.trim())
  await page.keyboard.press('Escape')
  await expect(answer.getByText('Réponse arrêtée à votre demande, le texte est incomplet.')).toBeVisible()
  await untilComplete(answer)
  await expect(answer).not.toContainText(rest)
})

test('SAFEGUARD lives on when the Hub is killed and started again', async ({ enter, hub, model }) => {
  test.setTimeout(150_000)
  const technician = await seedAs(hub, 'mmartin')
  model.control.reply(resetCall('lucas.perrin'), { parts: [{ text: 'Demande transmise.' }] })
  const approvalId = await technician.requestReset('lucas.perrin')
  const page = await enter('jdupont')
  await page.goto('/safeguard')
  const live = page.getByRole('banner').getByRole('status')
  const queue = page.getByRole('navigation', { name: 'File des demandes' })
  await expect(live).toHaveText('En direct')
  await hub.kill()
  await expect(live).toHaveText('Reconnexion')
  await expect(queue.getByRole('status')).toContainText('reconnexion en cours')
  await expect(queue.getByRole('link', { name: /lucas\.perrin/ })).toBeVisible()
  await hub.start()
  await expect(live).toHaveText('En direct', { timeout: longReconnectMs })
  await expect(page).toHaveURL(new RegExp(`${approvalId}$`))
  await expect(page.getByRole('main').getByText('En attente', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Approuver' }).click()
  await expect(page.getByRole('main').getByText('Exécutée', { exact: true })).toBeVisible()
  await technician.close()
})

test('signing out in one tab ends the other', async ({ enter }) => {
  const page = await enter('slegrand')
  await page.goto('/safeguard')
  const other = await page.context().newPage()
  await other.goto('/wibot')
  await expect(other.getByRole('banner').getByRole('status')).toHaveText('En direct')
  await page.getByRole('button', { name: /^Mon compte/ }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await expect(page.getByRole('heading', { name: 'Se connecter au Hub' })).toBeVisible()
  await expect(other.getByRole('heading', { name: 'Se connecter au Hub' })).toBeVisible()
})

function resetCall(login: string) {
  return { parts: [{ calls: [{ name: 'ad_reset_password', arguments: { login } }] }] }
}
