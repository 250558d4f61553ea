import { looks, nameOf } from './harness/looks.ts'
import { expectNoSidewaysScroll, expectSound, openScreen, type Screen } from './harness/screen-checks.ts'
import { test } from './harness/seeded-runs.ts'
import { expect, type Page } from './harness/test.ts'

test.use({ expectedErrors: { statuses: [401, 404, 409] } })

const runOf = (id: string) => `/workflows/${encodeURIComponent(id)}`
const screens: readonly Screen[] = [
  { name: 'list', path: '/workflows', shows: 'Mot de passe oublié ce matin' },
  { name: 'no match', path: '/workflows?q=zzzz', shows: /^(Aucune exécution ne correspond|No run matches)$/ },
  { name: 'other period', path: '/workflows?from=2026-01-01&to=2026-01-02', shows: /^(Aucune|No run)/ },
  {
    name: 'waiting run',
    path: runOf('support:1234'),
    shows: /^(Identifier la personne|Identify the person)$/,
  },
  { name: 'parked run', path: runOf('support:1235'), shows: /^(Lire le ticket|Read the ticket)$/ },
  { name: 'incident', path: runOf('sentinel:site-saint-jean-1'), shows: /Device down/ },
  { name: 'failed run', path: runOf('sentinel:switch-2'), shows: /^(Rassembler les|Gather the)/ },
  {
    name: 'trial',
    path: runOf('enrichisseur:2026-11-20'),
    shows: /^(Noter jusqu’où c’est lu|Note how far it has read)$/,
  },
  { name: 'texts', path: '/workflows/texts?text=ask_who', shows: /^(Jamais modifié|Never changed)\.$/ },
  { name: 'maintenance', path: '/workflows/maintenance', shows: /^(Passées|Past)$/ },
  { name: 'plan', path: '/workflows/maintenance?plan', shows: /^(Qui intervient|Whose work it is)$/ },
  { name: 'no such run', path: runOf('support:9'), shows: /^(Cette exécution n’existe|This run does)/ },
]

test('a run is found from the rail, in words, and read step by step', async ({ enter }) => {
  const page = await enter('mmartin')
  await page.goto('/')
  await page.getByRole('link', { name: 'Workflows' }).click()
  const row = page.getByRole('row', { name: /Mot de passe oublié ce matin/ })
  await expect(row.getByText('Attend APR-2026-000123')).toBeVisible()
  await expect(page.getByText('Ne réessaie plus : GLPI ne répond pas')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Titre, client ou n° de ticket' }).fill('1234')
  await expect(page).toHaveURL(/q=1234/)
  await expect(page.getByRole('row')).toHaveCount(2)
  await row.getByRole('link', { name: 'Mot de passe oublié ce matin' }).click()

  await expect(page.getByText('Classer la demande')).toBeVisible()
  const open = page.getByRole('button', { name: 'Résultat', exact: true })
  await open.nth(1).click()
  await expect(page.getByText('mot de passe oublié', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ouvrir dans SAFEGUARD' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Annuler', exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: 'Toutes les exécutions' }).click()
  await expect(page.getByRole('button', { name: /Mettre en pause/ })).toHaveCount(0)
})

test('the list goes on page after page, with its filters in the address', async ({ enter }) => {
  const page = await enter('mmartin')
  await page.goto('/workflows?workflow=support')
  await page.getByRole('button', { name: 'Plus anciennes' }).click()
  await expect(page.getByText('Page 2')).toBeVisible()
  await expect(page.getByText('Demande n° 1131')).toBeVisible()
  await page.getByRole('button', { name: 'Plus récentes' }).click()
  await expect(page.getByText('Mot de passe oublié ce matin')).toBeVisible()
  await page.getByRole('combobox', { name: 'État' }).selectOption('parked')
  await expect(page).toHaveURL(/state=parked/)
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.goBack()
  await expect(page.getByText('Mot de passe oublié ce matin')).toBeVisible()
})

test('N3 switches a workflow, and others see who did', async ({ enter }) => {
  const chief = await enter('abenali')
  await chief.goto('/workflows')
  await chief.getByRole('button', { name: 'Passer à blanc : SUPPORT' }).click()
  await chief.getByRole('dialog').getByRole('button', { name: 'Passer à blanc' }).click()
  const reader = await enter('jdupont')
  await reader.goto('/workflows')
  const card = reader.getByRole('article', { name: 'SUPPORT' })
  await expect(card.getByText('À blanc')).toBeVisible()
  await expect(card.getByText(/^Amine Benali, /)).toBeVisible()
  await expect(reader.getByRole('button', { name: /à blanc/ })).toHaveCount(0)
})

test('N3 steers a run by keyboard, with a reason that stays', async ({ enter }) => {
  const page = await enter('abenali')
  await page.goto(runOf('sentinel:site-saint-jean-1'))
  await page.getByRole('button', { name: 'Me la confier' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Motif, si utile').fill('Je suis sur place')
  await page.getByRole('button', { name: 'Prendre la main' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Prise en main', { exact: true })).toBeVisible()
  await expect(page.getByText('demandée par Amine Benali')).toBeVisible()
  await expect(page.getByText('Je suis sur place')).toBeVisible()

  await page.goto(runOf('sentinel:switch-3'))
  await page.getByRole('button', { name: 'Reprendre d’ici : Rassembler les indices et juger' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Réessayer' }).click()
  await expect(page.getByText('Reprise à « Rassembler les indices et juger »')).toBeVisible()
})

test('N3 edits a text, and of two who do nothing is lost', async ({ enter }) => {
  const [first, second] = [await enter('abenali'), await enter('pmoreau')]
  const path = '/workflows/texts?text=reset_solution&language=fr'
  const body = (page: Page) => page.getByRole('textbox', { name: 'Texte en vigueur' })
  for (const page of [first, second]) {
    await page.goto(path)
    await expect(body(page)).toHaveValue(/a été réinitialisé/)
  }
  await body(first).fill('Bonjour {prenom}')
  await expect(first.getByText('Inconnu dans ce texte : {prenom}.', { exact: false })).toBeVisible()
  await expect(first.getByRole('button', { name: 'Enregistrer' })).toBeDisabled()
  await body(first).fill('Mot de passe de {login} changé.')
  await expect(first.getByText('Mot de passe de jean.dupont changé.')).toBeVisible()
  await first.getByRole('link', { name: 'Exécutions' }).click()
  await first.getByRole('button', { name: 'Rester' }).click()
  await body(second).fill('La mienne pour {login}.')
  await first.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(first.getByText('Enregistré.')).toBeVisible()
  await expect(first.getByText('Texte modifié', { exact: true })).toBeVisible()

  await second.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(second.getByText(/^Amine Benali a modifié ce texte/)).toBeVisible()
  await expect(body(second)).toHaveValue('La mienne pour {login}.')
  await second.getByRole('button', { name: 'Garder ma version' }).click()
  await second.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(second.getByText('Enregistré.')).toBeVisible()
  await second.getByRole('button', { name: 'Revenir au texte d’origine' }).click()
  await second.getByRole('dialog').getByRole('button', { name: 'Revenir au texte d’origine' }).click()
  await expect(body(second)).toHaveValue('Le mot de passe du compte {login} a été réinitialisé.')
})

test('N3 plans a maintenance of everything once asked, and ends it; N2 reads', async ({ enter }) => {
  const chief = await enter('abenali')
  await chief.goto('/workflows/maintenance?plan')
  await chief.getByRole('button', { name: 'Planifier' }).click()
  await expect(chief.getByText('Au moins trois caractères.')).toBeVisible()
  await expect(chief.getByText('Choisissez au moins un site ou un équipement.')).toBeVisible()
  await chief.getByLabel('Intitulé').fill('Bascule du cœur')
  await chief.getByRole('radio', { name: 'Tout le parc' }).click()
  await chief.getByRole('button', { name: 'Planifier' }).click()
  await chief.getByRole('dialog').getByRole('button', { name: 'Planifier' }).click()
  const reader = await enter('jdupont')
  await reader.goto('/workflows/maintenance')
  await expect(reader.getByText('Bascule du cœur')).toBeVisible()
  await expect(reader.getByRole('button', { name: /Terminer/ })).toHaveCount(0)
  await expect(reader.getByRole('link', { name: 'Textes' })).toHaveCount(0)
  await chief.getByRole('button', { name: 'Terminer : Bascule du cœur' }).click()
  await chief.getByRole('dialog').getByRole('button', { name: 'Terminer' }).click()
  await expect(chief.getByText('Aucune maintenance en cours ni à venir')).toBeVisible()
})

test.describe('every view', () => {
  for (const look of looks)
    test(`is sound: ${nameOf(look)}`, async ({ enter }) => {
      test.setTimeout(120_000)
      const page = await enter('abenali', look)
      for (const screen of screens) await expectSound(page, screen)
    })

  test('fits a window of 320 px', async ({ enter }) => {
    const page = await enter('abenali', { viewport: { width: 320, height: 640 } })
    for (const screen of screens) {
      await openScreen(page, screen)
      await expectNoSidewaysScroll(page, screen)
    }
  })
})
