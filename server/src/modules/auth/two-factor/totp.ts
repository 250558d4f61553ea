import { Secret, TOTP } from 'otpauth'

/** What authenticator applications understand without exception (RFC 6238). */
const shape = { issuer: 'Hub', algorithm: 'SHA1', digits: 6, period: 30 }
const secretBytes = 20
/** Steps of clock difference that are forgiven, on either side. */
const window = 1

/** @returns a new secret in base32 */
export function newTotpSecret(): string {
  return new Secret({ size: secretBytes }).base32
}

/** @returns `otpauth://totp/...`, for a QR code */
export function totpUri(secret: string, login: string): string {
  return new TOTP({ ...shape, label: login, secret }).toString()
}

/** @returns the time step of a code that is right now, null when it is wrong */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const totp = new TOTP({ ...shape, secret })
  const timestamp = now.getTime()
  const difference = totp.validate({ token: code, timestamp, window })
  return difference === null ? null : totp.counter({ timestamp }) + difference
}
