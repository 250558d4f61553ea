import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { root } from './harness/root.ts'
import { seedAs } from './harness/seed.ts'
import { expect, test } from './harness/test.ts'

test.use({ hubEnv: { RATE_LIMIT_PER_MINUTE: '10000' } })

test('the audit is read, filtered, opened and exported for a check elsewhere', async ({ enter, hub }) => {
  const [technician, approver] = await Promise.all([seedAs(hub, 'mmartin'), seedAs(hub, 'jdupont')])
  const approvalId = await technician.requestReset('lucas.perrin')
  await approver.reject(approvalId, 'La personne n’a pas pu être rappelée.')
  await Promise.all([technician.close(), approver.close()])

  const page = await enter('abenali')
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: 'Audit' }).click()
  const rows = page.getByRole('table').getByRole('row')

  await test.step('it is filtered by subject, action and person, in the address', async () => {
    await page.getByLabel('Sur quoi, identifiant exact').fill(approvalId)
    await page.getByRole('button', { name: 'Chercher', exact: true }).click()
    await expect(page).toHaveURL(`/audit?subject=${approvalId}`)
    await expect(rows).toHaveCount(3)
    await page.getByRole('button', { name: 'Julien Dupont' }).click()
    await expect(rows).toHaveCount(2)
    await expect(rows.last()).toContainText('Demande rejetée')
    await page.getByRole('button', { name: 'Effacer les filtres' }).click()
    await page.getByLabel('Action').selectOption({ label: 'Connexions' })
    await expect(page).toHaveURL('/audit?action=session.')
    await expect(rows.nth(1)).toContainText('Connexion')
  })

  await test.step('a row opens in full, as it is hashed', async () => {
    await page.goto(`/audit?subject=${approvalId}`)
    await page.getByRole('button', { name: 'Demande rejetée' }).click()
    const dialog = page.getByRole('dialog', { name: /^Ligne \d+ : Demande rejetée$/ })
    await expect(dialog.locator('pre')).toContainText('n’a pas pu être rappelée')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('the export verifies without the Hub', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Exporter' }).click()
    const file = await (await download).path()
    const { stdout } = await promisify(execFile)('npm', ['run', '-s', 'audit:verify', '--', file], {
      cwd: root,
    })
    expect(stdout).toContain('Audit chain intact')
  })
})

test('figures open their rows, and the table leaves as CSV', async ({ enter, hub }) => {
  const technician = await seedAs(hub, 'mmartin')
  const approver = await seedAs(hub, 'jdupont')
  await approver.approve(await technician.requestReset('marie.martin2'))
  await Promise.all([technician.close(), approver.close()])
  const page = await enter('pmoreau')
  await page.goto('/supervision')
  await expect(page.getByRole('row', { name: /Julien Dupont/ })).toBeVisible()
  await page.getByRole('radio', { name: '7 jours' }).click()
  await expect(page).toHaveURL('/supervision/safeguard?days=7')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^safeguard-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/)
  await page.getByRole('link', { name: 'Réinitialiser un mot de passe' }).click()
  await expect(page).toHaveURL(/^[^?]+\/safeguard\/history\?.*tool=ad_reset_password/)
  await expect(page.getByRole('row', { name: /marie\.martin2/ })).toBeVisible()
})

test('supervision and audit are not for everybody', async ({ enter }) => {
  const page = await enter('jdupont')
  await page.goto('/audit')
  await expect(page.getByText('Cette page s’ouvre à partir du niveau N3')).toBeVisible()
  await page.goto('/supervision/safeguard')
  await expect(page.getByText('Cette page s’ouvre à partir du niveau N3')).toBeVisible()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Audit' })).toHaveCount(0)
})
