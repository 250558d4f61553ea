import { looks, nameOf } from './harness/looks.ts'
import {
  expectNoSidewaysScroll,
  expectSound,
  expectStill,
  openScreen,
  type Screen,
} from './harness/screen-checks.ts'
import { seedAs } from './harness/seed.ts'
import { test } from './harness/test.ts'

// One browser looks at every screen in a few seconds: more requests than a person makes in a minute.
test.use({ hubEnv: { RATE_LIMIT_PER_MINUTE: '10000' } })

const screens: readonly Screen[] = [
  { name: 'policy', path: '/safeguard/policy', shows: /^(Versions)$/ },
  { name: 'policy as YAML', path: '/safeguard/policy/yaml', shows: 'workingHours' },
  { name: 'try a call', path: '/safeguard/policy/try', shows: /^(Pas encore de réponse|No answer yet)$/ },
  { name: 'dry run', path: '/safeguard/policy/dry-run', shows: /YAML\)$/ },
  { name: 'no grants', path: '/safeguard/grants', shows: /^(Aucune autorisation|No grant)/ },
  { name: 'ask for a grant', path: '/safeguard/grants/new', shows: /^(Pourquoi|Why)$/ },
  { name: 'unknown grant', path: '/safeguard/grants/GRA-2000-000001', shows: /GRA-2000-000001/ },
  { name: 'delegations', path: '/safeguard/delegations', shows: /^(On m’a délégué|Delegated to me)$/ },
  { name: 'profile', path: '/profile', shows: 'pmoreau' },
  { name: 'figures', path: '/supervision/safeguard', shows: 'Julien Dupont' },
  { name: 'audit', path: '/audit', shows: /^APR-/ },
]

test.beforeAll(async ({ hub }) => {
  const [technician, approver] = await Promise.all([seedAs(hub, 'mmartin'), seedAs(hub, 'jdupont')])
  await approver.approve(await technician.requestReset('lucas.perrin'))
  await Promise.all([technician.close(), approver.close()])
})

for (const look of looks) {
  test(`what stands around SAFEGUARD is sound: ${nameOf(look)}`, async ({ enter }) => {
    test.setTimeout(150_000)
    const page = await enter('pmoreau', look)
    for (const screen of screens) await expectSound(page, screen)
  })
}

test('it fits a window of 320 px, and stays still for who asked for that', async ({ enter }) => {
  const page = await enter('pmoreau', { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' })
  for (const screen of screens) {
    await openScreen(page, screen)
    await expectNoSidewaysScroll(page, screen)
    await expectStill(page, screen)
  }
})
