import { seedAs } from './harness/seed.ts'
import { expect, test } from './harness/test.ts'

test.use({ expectedErrors: { statuses: [400, 401, 403] } })

test('a changed policy is tried on what was really asked', async ({ enter, hub }) => {
  const technician = await seedAs(hub, 'mmartin')
  await technician.requestReset('marie.martin2')
  await technician.close()
  const page = await enter('abenali')
  await page.goto('/safeguard/policy')
  await page.getByRole('link', { name: 'Essai à blanc' }).click()
  const text = page.getByLabel('Politique à essayer (YAML)')
  const inForce = await text.inputValue()

  await test.step('the policy in force changes nothing', async () => {
    await page.getByRole('button', { name: 'Essayer', exact: true }).click()
    await expect(page.getByText('Aucun appel n’aurait pris un autre chemin.')).toBeVisible()
  })

  await test.step('an error is told with its line, and a press leads there', async () => {
    await text.fill('version: 1\nrules:\n  - name: mine\n    when: {}\n    raise: L4')
    await page.getByRole('button', { name: 'Essayer', exact: true }).click()
    await expect(page.getByText(/rules\.0\.raise: is not expected/)).toBeVisible()
    await page.getByRole('button', { name: 'Ligne 5' }).click()
    await expect(text).toBeFocused()
    const selected = await page.evaluate('document.getSelection().toString()')
    expect(selected).toBe('    raise: L4')
  })

  await test.step('a stricter rule shows what would have gone another way', async () => {
    await text.fill(
      'version: 1\nrules:\n  - name: every reset\n    when: { tools: [ad_reset_password] }\n    raiseTo: L4',
    )
    await page.getByRole('button', { name: 'Essayer', exact: true }).click()
    const row = page.getByRole('row', { name: /marie\.martin2/ })
    await expect(row).toContainText('Plus exigeant')
    await expect(row).toContainText('2 approbations N3')
    await expect(row).toContainText('every reset')
    await page.getByRole('button', { name: 'Reprendre la politique en vigueur' }).click()
    await expect(text).toHaveValue(inForce)
  })
})

test('a call that nobody makes is explained rule by rule', async ({ enter }) => {
  const page = await enter('pmoreau')
  await page.goto('/safeguard/policy/try')
  await page
    .getByLabel('Action', { exact: true })
    .selectOption({ label: 'Réinitialiser un mot de passe (L3)' })
  await page.getByLabel('Compte login').fill('adm.durand')
  await page.getByLabel('Valeur du fait 2').selectOption({ label: 'oui' })
  await page.getByRole('button', { name: 'Demander à la politique' }).click()
  await expect(page.getByText(/^Niveau L4 au lieu de L3/)).toBeVisible()
  const rule = page.getByRole('listitem').filter({ hasText: 'Accès d’un compte privilégié' })
  await expect(rule.getByRole('row', { name: /Cible : Compte privilégié oui oui oui/ })).toBeVisible()

  await page.getByLabel('N° de ticket ticketId').fill('douze')
  await page.getByRole('button', { name: 'Demander à la politique' }).click()
  await expect(page.getByText('Cette valeur ne convient pas.')).toBeVisible()
})

test('the policy is for those who decide, and trying it for N3', async ({ enter }) => {
  const reader = await enter('mmartin')
  await reader.goto('/safeguard/policy')
  await expect(reader.getByText('Cette page s’ouvre à partir du niveau N2')).toBeVisible()
  const approver = await enter('jdupont')
  await approver.goto('/safeguard/policy')
  await expect(approver.getByRole('heading', { name: 'Ce que chaque niveau demande' })).toBeVisible()
  await expect(approver.getByRole('link', { name: 'Essai à blanc' })).toHaveCount(0)
  await approver.goto('/safeguard/policy/dry-run')
  await expect(approver.getByText('Cette page s’ouvre à partir du niveau N3')).toBeVisible()
})
