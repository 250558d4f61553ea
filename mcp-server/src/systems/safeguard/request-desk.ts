import type { SafeguardContext } from '@hub/safeguard'

/** Where the requests are, and where people decide. */
export interface RequestDesk extends Pick<SafeguardContext, 'db'> {
  publicUrl: string
}
