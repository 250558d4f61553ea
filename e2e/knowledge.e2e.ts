import { looks, nameOf } from './harness/looks.ts'
import { expectNoSidewaysScroll, expectSound, openScreen, type Screen } from './harness/screen-checks.ts'
import { expect, type Page, test } from './harness/test.ts'

// One browser looks at every screen in a few seconds: more requests than a person makes in a minute.
test.use({ hubEnv: { RATE_LIMIT_PER_MINUTE: '10000' }, expectedErrors: { statuses: [401, 404] } })

const question = 'relancer le spouleur imprimante bloquée'
const screens: readonly Screen[] = [
  { name: 'documents', path: '/knowledge', shows: /^\d+ documents$/ },
  { name: 'no match', path: '/knowledge?q=zzzz', shows: /^(Aucun document ne|No document) / },
  { name: 'cases', path: '/knowledge/cases', shows: /^\d+ documents$/ },
  { name: 'no question', path: '/knowledge/search', shows: /^(Essayez une question|Try a question)$/ },
  { name: 'results', path: `/knowledge/search?q=${question}`, shows: /^(Pourquoi à|Why in)/ },
  { name: 'reading', path: '/knowledge/ingestion', shows: /^(Tous les fichiers|Every file)/ },
  { name: 'marks', path: '/knowledge/marks', shows: /Le service a changé de nom/ },
  { name: 'gaps', path: '/knowledge/gaps', shows: /xylophone/ },
  {
    name: 'unknown document',
    path: '/knowledge/documents/00000000-0000-4000-8000-000000000000',
    shows: /^(Ce document n’existe|This document does)/,
  },
]

async function askBase(page: Page, query: string): Promise<void> {
  await page.getByLabel('Question').fill(query)
  await page.keyboard.press('Enter')
}

test('a passage is found, explained, reported, left out and brought back', async ({ enter }) => {
  const page = await enter('mmartin')
  await page.goto('/')
  await page.getByRole('link', { name: 'Connaissances' }).click()
  await page.getByRole('link', { name: 'Essayer une question' }).click()
  await askBase(page, question)
  const first = page.getByRole('main').getByRole('listitem').first()
  await expect(first.getByText('Pourquoi à cette place')).toBeVisible()
  await expect(first.locator('mark').first()).toBeVisible()
  const title = await first.getByRole('link').innerText()

  await test.step('its document opens at the passage, which is reported', async () => {
    await first.getByRole('link').click()
    await expect(page.getByText('Passage cité')).toBeInViewport()
    await page
      .getByRole('region', { name: /^Passage cité/ })
      .getByRole('button', { name: /^Signaler ce passage/ })
      .click()
    await page.getByLabel('Ce qu’il devrait dire').fill('Le service a changé de nom.')
    await page.getByRole('button', { name: 'Signaler', exact: true }).click()
    await expect(page.getByText('Faux : signalé, à vérifier')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Confirmer/ })).toHaveCount(0)
  })

  await test.step('who looks after the documents leaves it out, and brings it back', async () => {
    const keeper = await enter('jdupont')
    await keeper.goto('/knowledge/marks')
    await keeper.getByRole('button', { name: 'Confirmer et écarter des recherches' }).click()
    await expect(keeper.getByText('Rien à vérifier')).toBeVisible()
    await keeper.goto(`/knowledge/search?q=${question}`)
    await expect(keeper.getByText('1 passage confirmé faux ou périmé est écarté.')).toBeVisible()
    await expect(keeper.getByRole('link', { name: title, exact: true })).toHaveCount(0)
    await keeper.goto('/knowledge/marks?state=confirmed')
    await keeper.getByRole('button', { name: 'Remettre dans les recherches' }).click()
    await keeper.goto(`/knowledge/search?q=${question}`)
    await expect(keeper.getByRole('link', { name: title, exact: true }).first()).toBeVisible()
  })
})

test('a question without an answer is seen by N2, and erased', async ({ enter }) => {
  const reader = await enter('mmartin')
  await reader.goto('/knowledge/search')
  await askBase(reader, 'xylophone quantique')
  await expect(reader.getByText('Aucun passage trouvé')).toBeVisible()
  await expect(reader.getByRole('link', { name: 'Sans réponse' })).toHaveCount(0)
  await expect(reader.getByLabel('Question')).toBeFocused()
  await expect(reader.getByRole('button', { name: 'Chercher', exact: true })).toBeEnabled()
  const again = reader.waitForResponse((answer) => answer.url().endsWith('/api/knowledge/search'))
  await reader.keyboard.press('Enter')
  await again
  const keeper = await enter('jdupont')
  await keeper.goto('/knowledge/gaps')
  await keeper.getByRole('button', { name: 'Effacer la question « xylophone quantique »' }).click()
  await expect(keeper.getByText('Aucune question sans réponse')).toBeVisible()
})

test('the documents are filtered in the address, and read again on demand', async ({ enter }) => {
  const page = await enter('jdupont')
  await page.goto('/knowledge')
  await page.getByRole('searchbox', { name: 'Titre, chemin, client ou système' }).fill('imprimantes')
  await expect(page).toHaveURL(/q=imprimantes/)
  await page.getByRole('combobox', { name: 'Type' }).selectOption('faq')
  await expect(page).toHaveURL(/kind=faq/)
  await expect(page.getByRole('list', { name: 'Documents' }).getByRole('listitem')).toHaveCount(1)
  await page.getByRole('link', { name: 'Lecture des fichiers' }).click()
  await page.getByRole('button', { name: 'Lire maintenant' }).click()
  await expect(page.getByText(/demandée par Julien Dupont/).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Dernière lecture' })).toBeVisible()
})

test.describe('every view', () => {
  let document: Screen
  test('has something to show', async ({ enter }) => {
    const page = await enter('mmartin')
    await page.goto(`/knowledge/search?q=${question}`)
    await page.getByRole('main').getByRole('listitem').first().getByRole('link').click()
    await page
      .getByRole('button', { name: /^Signaler ce passage/ })
      .first()
      .click()
    await page.getByRole('radio', { name: 'Il n’est plus à jour' }).click()
    await page.getByLabel('Ce qu’il devrait dire').fill('Le service a changé de nom.')
    await page.getByRole('button', { name: 'Signaler', exact: true }).click()
    await expect(page.getByText('Périmé : signalé, à vérifier')).toBeVisible()
    const { pathname, hash } = new URL(page.url())
    document = { name: 'document', path: pathname + hash, shows: /Le service a changé de nom/ }
    await page.goto('/knowledge/search?q=xylophone quantique')
    await expect(page.getByText('Aucun passage trouvé')).toBeVisible()
  })

  for (const look of looks)
    test(`is sound: ${nameOf(look)}`, async ({ enter }) => {
      test.setTimeout(120_000)
      const page = await enter('jdupont', look)
      for (const screen of [...screens, document]) await expectSound(page, screen)
    })

  test('fits a window of 320 px', async ({ enter }) => {
    const page = await enter('jdupont', { viewport: { width: 320, height: 640 } })
    for (const screen of [...screens, document]) {
      await openScreen(page, screen)
      await expectNoSidewaysScroll(page, screen)
    }
  })
})
