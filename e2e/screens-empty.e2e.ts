import { looks, nameOf } from './harness/looks.ts'
import { expectSound } from './harness/screen-checks.ts'
import { test } from './harness/test.ts'

// One browser looks at every screen in a few seconds: more requests than a person makes in a minute.
test.use({ hubEnv: { RATE_LIMIT_PER_MINUTE: '10000' } })

for (const look of looks) {
  test(`a new Hub is sound: ${nameOf(look)}`, async ({ enter }) => {
    const visitor = await enter(undefined, look)
    await expectSound(visitor, { name: 'login', path: '/login', shows: /^(Démonstration|Demonstration)$/ })
    const page = await enter('jdupont', look)
    await expectSound(page, { name: 'empty home', path: '/', shows: 'SAFEGUARD' })
    await expectSound(page, { name: 'empty WIBOT', path: '/wibot', shows: 'Assistant' })
    await expectSound(page, { name: 'empty queue', path: '/safeguard', shows: /WIBOT/ })
    await expectSound(page, { name: 'empty history', path: '/safeguard/history', shows: /^(Aucune|No) / })
  })
}
