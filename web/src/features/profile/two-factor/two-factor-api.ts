import { type PasswordProof, RecoveryCodes, TwoFactor, TwoFactorEnrolment } from '@hub/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'

const path = '/api/auth/two-factor'

/** State of the second factor of the reader. */
export const twoFactorQuery = queryOptions({
  queryKey: ['two-factor'],
  queryFn: ({ signal }) => api.get(path, TwoFactor, { signal }),
})

/** Each verb asks for the password again; the answers are shown once and kept nowhere. */
export const twoFactorApi = {
  start: (proof: PasswordProof) => api.post(`${path}/start`, TwoFactorEnrolment, proof),
  confirm: (code: string) => api.post(`${path}/confirm`, RecoveryCodes, { code }),
  renew: (proof: PasswordProof) => api.post(`${path}/recovery-codes`, RecoveryCodes, proof),
  end: (proof: PasswordProof) => api.post(`${path}/end`, TwoFactor, proof),
}
