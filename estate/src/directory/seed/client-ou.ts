import { domainNames } from '../domain.ts'
import { formatDn, parseDn } from '../tree/distinguished-name.ts'

/** The unit that holds a client's accounts and groups. */
export function clientOu(client: string): string {
  return formatDn([{ type: 'OU', value: client }, ...parseDn(domainNames.clientsOu)])
}
