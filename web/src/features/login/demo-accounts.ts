import { Accreditation } from '@hub/contracts'
import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'

const DemoAccounts = z.object({
  accounts: z.array(z.object({ login: z.string(), displayName: z.string(), accreditation: Accreditation })),
  password: z.string(),
})
export type DemoAccounts = z.infer<typeof DemoAccounts>

/** The accounts of the demonstration; null outside of it, where the address does not exist. */
export const demoQuery = queryOptions({
  queryKey: ['demo-accounts'],
  queryFn: ({ signal }) =>
    api.get('/api/auth/demo', DemoAccounts, { signal }).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 404) return null
      throw error
    }),
  staleTime: Number.POSITIVE_INFINITY,
})
