import type { User } from '@hub/contracts'

/** The signed-in person of a request. */
export interface RequestSession {
  id: string
  expiresAt: Date
  user: User
  /** How this person proves presence. */
  stepUp: 'password' | 'totp'
}

declare global {
  namespace Express {
    interface Request {
      session?: RequestSession
    }
  }
}
