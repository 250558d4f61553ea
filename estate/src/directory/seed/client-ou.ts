import type { DomainNames } from '../domain-names.ts'
import { formatDn, parseDn } from '../tree/distinguished-name.ts'

/** The unit that holds a client's accounts and groups. */
export function clientOu(names: DomainNames, client: string): string {
  return formatDn([{ type: 'OU', value: client }, ...parseDn(names.clientsOu)])
}
