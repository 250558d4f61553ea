import { TOTP } from 'otpauth'
import { expect, it } from 'vitest'
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts'

const now = new Date('2026-03-02T09:00:15Z')
const step = Math.floor(now.getTime() / 30_000)

/** The secret of RFC 6238, appendix B: "12345678901234567890" in base32. */
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [20000000000, '353130'],
])('knows the code of RFC 6238 at %i s', (seconds, code) => {
  expect(stepOfCode(rfcSecret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
})

it.each([
  [-2, null],
  [-1, step - 1],
  [0, step],
  [1, step + 1],
  [2, null],
])('takes a code %i steps away as %s', (steps, found) => {
  const secret = newTotpSecret()
  const code = TOTP.generate({ secret: secretOf(secret), timestamp: now.getTime() + steps * 30_000 })
  expect(stepOfCode(secret, code, now)).toBe(found)
})

it('makes another secret each time, of 160 bits, and an address that applications read', () => {
  const [one, other] = [newTotpSecret(), newTotpSecret()]
  expect(one).toMatch(/^[A-Z2-7]{32}$/)
  expect(one).not.toBe(other)
  expect(totpUri(one, 'jdupont')).toBe(
    `otpauth://totp/Hub:jdupont?issuer=Hub&secret=${one}&algorithm=SHA1&digits=6&period=30`,
  )
})

function secretOf(secret: string) {
  return new TOTP({ secret }).secret
}
