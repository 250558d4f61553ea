import { looks, nameOf } from './harness/looks.ts'
import { expectAccessible, expectNoSidewaysScroll } from './harness/screen-checks.ts'
import { seedAs } from './harness/seed.ts'
import { expect, type Page, test } from './harness/test.ts'

// One browser opens every panel in a few seconds: more requests than a person makes in a minute.
test.use({ hubEnv: { RATE_LIMIT_PER_MINUTE: '10000' } })

let privileged: string
let ordinary: string
let broken: string
test.beforeAll(async ({ hub }) => {
  const [technician, approver, chief] = await Promise.all(
    ['mmartin', 'abenali', 'khora'].map((login) => seedAs(hub, login)),
  )
  if (!technician || !approver || !chief) throw new Error('nobody is signed in')
  privileged = await technician.requestReset('adm-khora')
  await approver.comment(privileged, 'Rappelé au 4410.')
  ordinary = await technician.requestReset('jean.dupont', 1234)
  await technician.requestReset('rachid.amrani')
  broken = await technician.requestReset('adm-dmarchand')
  await chief.breakGlass(broken, 'Toute la clinique est à l’arrêt ce soir.')
  await Promise.all([technician, approver, chief].map((seeder) => seeder.close()))
})

const sound = async (page: Page, name: string) => {
  await expectNoSidewaysScroll(page, { name })
  await expectAccessible(page, { name })
}

for (const look of looks) {
  test(`the panels of a decision are sound: ${nameOf(look)}`, async ({ enter }) => {
    const page = await enter('pmoreau', look)
    const press = (name: RegExp) => page.getByRole('button', { name }).first().click()
    await page.goto(`/safeguard/${privileged}`)
    await page.getByRole('row').last().scrollIntoViewIfNeeded()
    await press(/^(1 règle|1 rule)/)
    await press(/^(Approuver|Approve)$/)
    await expect(page.getByLabel(/^(Votre mot de passe|Your Hub password)/)).toBeVisible()
    await sound(page, 'approve panel')
    await page.keyboard.press('Escape')
    await press(/^(Reporter|Defer)$/)
    await sound(page, 'defer panel')

    await page.goto(`/safeguard/${broken}`)
    await expect(page.getByRole('button', { name: /^(C’était justifié|It was justified)$/ })).toBeVisible()
    await sound(page, 'review of a break-glass')

    await page.goto('/safeguard')
    await page.getByRole('checkbox', { name: /jean\.dupont$/ }).check()
    await page.getByRole('checkbox', { name: /rachid\.amrani$/ }).check()
    await sound(page, 'selection')
    await press(/^(Décider ensemble|Decide together)$/)
    await expect(page.getByRole('dialog')).toBeVisible()
    await sound(page, 'together dialog')

    const chief = await enter('khora', look)
    await chief.goto(`/safeguard/${privileged}`)
    await chief.getByRole('button', { name: /^(Bris de glace|Break the glass)$/ }).click()
    await expect(chief.getByRole('dialog')).toBeVisible()
    await sound(chief, 'break-glass dialog')
    await chief.goto(`/safeguard/${ordinary}`)
    await expect(chief.getByRole('button', { name: /^(Approuver|Approve)$/ })).toBeVisible()
  })
}
