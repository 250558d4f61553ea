import { readFile } from 'node:fs/promises'
import { type Estate, startEstate } from '@hub/estate'
import { ask, untilComplete } from './harness/ask.ts'
import { looks, nameOf } from './harness/looks.ts'
import { expectNoSidewaysScroll, expectSound, openScreen } from './harness/screen-checks.ts'
import { seedAs } from './harness/seed.ts'
import { test as base, expect } from './harness/test.ts'

/** The Hub of this file asks a model server that the tests script and take away; Mistral follows with a wrong key. */
const test = base.extend<object, { model: Estate }>({
  model: [
    async ({ browserName: _ }, use) => {
      const estate = await startEstate()
      await use(estate)
      await estate.close()
    },
    { scope: 'worker' },
  ],
  hubEnv: [
    ({ model }, use) =>
      use({
        LLM_PROVIDERS: 'ollama,mistral',
        OLLAMA_BASE_URL: model.ollama.url,
        OLLAMA_MODEL_REDACTION: 'gemma3:4b',
        MISTRAL_URL: model.mistral.url,
        MISTRAL_API_KEY: 'wrong-key',
        RATE_LIMIT_PER_MINUTE: '10000',
      }),
    { scope: 'worker' },
  ],
})

test.beforeAll(async ({ hub }) => {
  const technician = await seedAs(hub, 'slegrand')
  await technician.ask('Bonjour')
  await technician.close()
})

test('what WIBOT used is shown by day, mode and model, from its meter, and saved as a table', async ({
  enter,
}) => {
  const page = await enter('mmartin')
  await page.goto('/usage')
  await expect(page.getByText('Aucune réponse pendant cette période')).toBeVisible()
  await page.getByRole('link', { name: 'Poser une question à WIBOT' }).click()
  await untilComplete(await ask(page, 'Bonjour'))
  await page.getByRole('button', { name: 'Jetons du mois' }).click()
  await page.getByRole('link', { name: 'Voir le détail par jour' }).click()
  await expect(page).toHaveURL('/usage')
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { name: 'Jetons du mois en cours' })).toBeVisible()
  await expect(main.getByText(/^sur 2.000.000$/)).toBeVisible()
  await expect(main.getByText(/Renouvellement le /)).toBeVisible()
  await expect(main.getByRole('img', { name: /^Le plus haut : / })).toBeVisible()
  await expect(main.getByRole('row', { name: /^Ollama qwen3:8b/ })).toBeVisible()
  await main.getByText('Voir en tableau').click()
  await expect(main.getByRole('table', { name: 'Par jour' })).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    main.getByRole('button', { name: 'CSV' }).click(),
  ])
  const csv = await readFile(await download.path(), 'utf8')
  expect(csv.split('\r\n')[0]).toContain('Jour (UTC);Personne;Mode;Moteur;Modèle;Réponses')
  expect(csv).toMatch(/;assistant;ollama;qwen3:8b;1;/)

  await page.getByRole('radio', { name: 'Mois dernier' }).click()
  await expect(page).toHaveURL('/usage?period=last')
  await expect(main.getByText('Aucune réponse pendant cette période')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Mois dernier' })).toBeChecked()
  await expect(page.getByLabel('Personne')).toHaveCount(0)
})

test('N4 sees the usage of everybody and of one person', async ({ enter }) => {
  const page = await enter('khora')
  await page.goto('/usage')
  const person = page.getByLabel('Personne')
  await person.selectOption({ label: 'Tout le monde' })
  await expect(page).toHaveURL('/usage?person=all')
  await page
    .getByRole('main')
    .getByRole('link', { name: /Legrand/ })
    .click()
  await expect(page).toHaveURL(/from=.+&to=.+&person=/)
  await expect(page.getByRole('heading', { name: 'Jetons du mois en cours' })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Ollama/ })).toBeVisible()
})

test('the engines are shown with models and figures, and each can be tried', async ({ enter, model }) => {
  const page = await enter('pmoreau')
  await page.goto('/')
  await page.getByRole('link', { name: 'Supervision' }).click()
  await page.getByRole('link', { name: 'Moteurs de réponse' }).click()
  await expect(page.getByText(/^Ollama répond, disponible depuis/)).toBeVisible()
  const ollama = page.getByRole('article', { name: /Ollama/ })
  await expect(ollama.getByText('Disponible', { exact: true })).toBeVisible()
  await expect(ollama.getByText(/Délai du premier mot sur/)).toBeVisible()
  const redaction = ollama.getByRole('row', { name: /^Rédaction/ })
  await expect(redaction).toContainText('gemma3:4b')
  await expect(redaction).toContainText('Sans outil')
  await ollama.getByRole('button', { name: /^Tester/ }).press('Enter')
  await expect(ollama.getByRole('status')).toContainText(/qwen3:8b : premier mot en .+, réponse complète en/)
  model.ollama.control.reply({ fault: { kind: 'status', status: 500, message: 'out of memory' } })
  await ollama.getByRole('button', { name: /^Tester/ }).click()
  await expect(ollama.getByRole('status')).toContainText('N’a pas répondu')
  await expect(ollama.getByText('panne du moteur')).toBeVisible()
  const mistral = page.getByRole('article', { name: /Mistral/ })
  await expect(mistral.getByText('clé refusée')).toBeVisible()
  await expect(mistral.getByText('La clé est refusée : que faire')).toBeVisible()
  await expect(page.getByText('wrong-key')).toHaveCount(0)
})

test('below N3 the page says what it takes', async ({ enter }) => {
  const page = await enter('mmartin')
  await page.goto('/supervision/providers')
  await expect(page.getByText('Cette page s’ouvre à partir du niveau N3')).toBeVisible()
})

for (const look of looks) {
  test(`usage and engines are sound: ${nameOf(look)}`, async ({ enter }) => {
    const page = await enter('khora', look)
    await expectSound(page, { name: 'usage', path: '/usage?person=all', shows: 'qwen3:8b' })
    await expectSound(page, {
      name: 'engines',
      path: '/supervision/providers',
      shows: /^(Moteur intégré|Built-in engine)$/,
    })
  })
}

test('it fits a window of 320 px', async ({ enter }) => {
  const page = await enter('khora', { viewport: { width: 320, height: 640 } })
  for (const [path, shows] of [
    ['/usage?person=all', 'qwen3:8b'],
    ['/supervision/providers', 'Moteur intégré'],
  ] as const) {
    await openScreen(page, { name: path, path, shows })
    await expectNoSidewaysScroll(page, { name: path })
  }
})

test('an engine that went away is told in the top bar, which leads to what to do', async ({
  enter,
  model,
}) => {
  test.setTimeout(150_000)
  const page = await enter('pmoreau')
  await page.goto('/')
  await model.close()
  const notice = page.getByRole('banner').getByRole('button', { name: /^Moteur intégré/ })
  await expect(notice).toBeVisible({ timeout: 90_000 })
  await notice.press('Enter')
  await page.getByRole('link', { name: 'Voir les moteurs' }).click()
  await expect(page.getByText(/^Le moteur intégré répond : Ollama est indisponible depuis/)).toBeVisible()
  await expect(page.getByText('Ollama ne répond pas : que faire')).toBeVisible()
  await expect(page.getByText(/systemctl status ollama/)).toBeVisible()
  const technician = await enter('mmartin')
  await technician.goto('/')
  await technician
    .getByRole('banner')
    .getByRole('button', { name: /^Moteur intégré/ })
    .click()
  await expect(technician.getByText(/Le moteur prévu en premier est indisponible/)).toBeVisible()
  await expect(technician.getByRole('link', { name: 'Voir les moteurs' })).toHaveCount(0)
})
