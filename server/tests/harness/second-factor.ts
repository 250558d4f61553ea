import { TOTP } from 'otpauth'
import type { ApiClient } from './api-client.ts'
import type { MovableClock } from './movable-clock.ts'
import { demoPassword } from './start-test-hub.ts'

const stepMs = 30_000

export interface Authenticator {
  secret: string
  recoveryCodes: string[]
  /** The code of now, or of some steps away. */
  code(steps?: number): string
  /** Waits for the next time step, by the clock of the test, and gives its code. */
  freshCode(): string
}

/** An authenticator that holds this secret. */
export function authenticatorOf(secret: string, clock: MovableClock): Omit<Authenticator, 'recoveryCodes'> {
  const totp = new TOTP({ secret })
  const code = (steps = 0) => totp.generate({ timestamp: clock.now().getTime() + steps * stepMs })
  return {
    secret,
    code,
    freshCode: () => {
      clock.forward(stepMs)
      return code()
    },
  }
}

/** Enrols an authenticator for a signed-in person of the demo. */
export async function enrol(client: ApiClient, clock: MovableClock): Promise<Authenticator> {
  const started = await client.send('POST', '/api/auth/two-factor/start', { password: demoPassword })
  const authenticator = authenticatorOf(String(started.body.secret), clock)
  const confirmed = await client.send('POST', '/api/auth/two-factor/confirm', { code: authenticator.code() })
  if (confirmed.status !== 200) throw new Error(`not enrolled: ${JSON.stringify(confirmed.body)}`)
  return { ...authenticator, recoveryCodes: confirmed.body.codes as string[] }
}
