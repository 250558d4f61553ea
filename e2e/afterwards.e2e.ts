import type { Estate } from '@hub/estate'
import { type HeldEstate, holdEstate, scriptCall } from './harness/estate-env.ts'
import { seedAs } from './harness/seed.ts'
import { test as base, expect, type Page } from './harness/test.ts'

/** The Hub of this file writes to a directory that the tests can break. */
const test = base.extend<object, { held: HeldEstate }>({
  held: [
    async ({ browserName: _ }, use) => {
      const held = await holdEstate()
      await use(held)
      await held.close()
    },
    { scope: 'worker' },
  ],
  hubEnv: [({ held }, use) => use({ ...held.hubEnv, RATE_LIMIT_PER_MINUTE: '10000' }), { scope: 'worker' }],
})

/** What is written is not there any more when it is read back, nor at any look until the faults are cleared. */
function loseAfterWrite({ directory }: Estate): void {
  const gone = { kind: 'result', code: 32, diagnostic: '0000208D: NameErr', operation: 'search' } as const
  for (let look = 0; look < manyLooks; look++) directory.control.fault({ ...gone, after: 'modify' })
}
const manyLooks = 40

test.afterEach(({ held }) => held.estate.directory.control.clearFaults())

const status = (page: Page, word: string) => page.getByRole('main').getByText(word, { exact: true }).first()

/** A request of mmartin to disable an account, opened by an approver. */
async function askDisable(login: string, people: { held: HeldEstate; hub: Parameters<typeof seedAs>[0] }) {
  scriptCall(people.held.estate, 'ad_disable_account', { login })
  const technician = await seedAs(people.hub, 'mmartin')
  const { approvalId } = await technician.ask(`Désactive le compte ${login}`)
  await technician.close()
  if (approvalId === undefined) throw new Error(`no request to disable ${login}`)
  return approvalId
}

test('an effect is taken back through the gate', async ({ enter, hub, held }) => {
  const approvalId = await askDisable('marie.martin', { held, hub })
  const page = await enter('jdupont')
  await page.goto(`/safeguard/${approvalId}`)
  await page.getByRole('button', { name: 'Approuver' }).click()
  await expect(status(page, 'Exécutée')).toBeVisible()

  await page.getByRole('button', { name: 'Annuler l’effet de cette action' }).click()
  const dialog = page.getByRole('dialog', { name: 'Annuler l’effet ?' })
  await expect(dialog).toContainText('la politique décide')
  await expect(dialog).toContainText('marie.martin')
  await dialog.getByRole('button', { name: 'Demander l’annulation' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Annuler l’effet de cette action' })).toHaveCount(0)
  const link = page.getByRole('link', { name: /^demande APR-/ }).first()
  await link.click()
  await expect(page).not.toHaveURL(new RegExp(approvalId))
  await expect(page.getByText('Annule l’effet de la').first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Décision' })).toContainText('Vous avez fait cette demande')

  const other = await enter('slegrand')
  await other.goto(new URL(page.url()).pathname)
  await other.getByRole('button', { name: 'Approuver' }).click()
  await expect(status(other, 'Exécutée')).toBeVisible()
  await other.getByRole('link', { name: `demande ${approvalId}` }).click()
  await expect(other.getByText('Retour arrière par la')).toBeVisible()
})

test('an unknown outcome is looked at again, or settled by a person', async ({ enter, hub, held }) => {
  test.setTimeout(120_000)
  const page = await enter('jdupont')
  const settle = page.getByRole('region', { name: 'Issue inconnue' })
  const approveAndLose = async (login: string) => {
    await page.goto(`/safeguard/${await askDisable(login, { held, hub })}`)
    loseAfterWrite(held.estate)
    await page.getByRole('button', { name: 'Approuver' }).click()
    await expect(status(page, 'Issue inconnue')).toBeVisible({ timeout: 45_000 })
    await expect(settle).toContainText('Le Hub ne devine pas.')
  }

  await approveAndLose('thomas.nguyen')
  held.estate.directory.control.clearFaults()
  await settle.getByRole('button', { name: 'Regarder à nouveau' }).click()
  await expect(status(page, 'Exécutée')).toBeVisible()

  await approveAndLose('lucas.perrin')
  await settle.getByRole('button', { name: 'Regarder à nouveau' }).click()
  await expect(settle.getByRole('status')).toContainText('le système ne permet toujours pas de le dire')
  await settle.getByRole('button', { name: 'J’ai vérifié : ce n’est pas fait' }).click()
  await settle.getByLabel('Ce que vous avez constaté, et où').fill('Le compte est actif dans la console.')
  await settle.getByRole('button', { name: 'Déclarer l’action non faite' }).click()
  await expect(status(page, 'Échec')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Décisions' })).toContainText(
    'Julien Dupont (N2) a constaté que l’action n’a pas eu lieu',
  )
})
