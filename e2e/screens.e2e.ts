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

let screens: Screen[]
test.beforeAll(async ({ hub }) => {
  screens = await seedWork(hub)
})

for (const look of looks) {
  test(`a Hub at work is sound: ${nameOf(look)}`, async ({ enter }) => {
    const page = await enter('jdupont', look)
    for (const screen of screens) await expectSound(page, screen)
  })
}

test('every screen fits a window of 320 px', async ({ enter }) => {
  const page = await enter('jdupont', { viewport: { width: 320, height: 640 } })
  for (const screen of screens) {
    await openScreen(page, screen)
    await expectNoSidewaysScroll(page, screen)
  }
})

test('every screen stays still for who asked for less motion', async ({ enter }) => {
  const page = await enter('jdupont', { reducedMotion: 'reduce' })
  for (const screen of screens) {
    await openScreen(page, screen)
    await expectStill(page, screen)
  }
})

/** Work of an ordinary hour: conversations, requests that wait, decided ones. Answers the screens that show it. */
async function seedWork(hub: Parameters<typeof seedAs>[0]): Promise<Screen[]> {
  const [technician, approver] = await Promise.all([seedAs(hub, 'mmartin'), seedAs(hub, 'jdupont')])
  const read = await approver.ask("Quel est l'état du switch de la Clinique St-Jean ?")
  const asked = await approver.ask('Réinitialise le mot de passe de marie.martin')
  const pending = await technician.requestReset('jean.dupont', 1234)
  await technician.requestReset('nadia.cherif')
  const executed = await technician.requestReset('lucas.perrin')
  await approver.approve(executed)
  const rejected = await technician.requestReset('rachid.amrani')
  await approver.reject(rejected, 'La personne n’a pas pu être rappelée pour confirmer.')
  await Promise.all([technician.close(), approver.close()])
  return [
    { name: 'home', path: '/', shows: /jean\.dupont/ },
    { name: 'conversation', path: `/wibot/${read.conversationId}`, shows: 'SWITCH-CLIN-STJEAN' },
    { name: 'request in a conversation', path: `/wibot/${asked.conversationId}`, shows: /^[0-9a-f]{64}$/ },
    { name: 'pending request', path: `/safeguard/${pending}`, shows: pending },
    { name: 'executed request', path: `/safeguard/${executed}`, shows: executed },
    { name: 'rejected request', path: `/safeguard/${rejected}`, shows: rejected },
    { name: 'history', path: '/safeguard/history', shows: /lucas\.perrin/ },
  ]
}
