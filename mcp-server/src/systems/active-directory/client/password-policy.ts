import type { Client } from 'ldapts'
import { domainOf } from '../format/distinguished-name.ts'
import { entryValues } from '../format/entry-values.ts'
import type { Directory } from './settings.ts'

/** Least password length that the head of the domain asks for; 0 when it is silent. */
export async function readMinPasswordLength(directory: Directory, client: Client): Promise<number> {
  const { searchEntries } = await client.search(domainOf(directory.baseDn), {
    scope: 'base',
    filter: '(objectClass=domainDNS)',
    attributes: ['minPwdLength'],
  })
  const [head] = searchEntries
  return head === undefined ? 0 : (entryValues(head).integer('minPwdLength') ?? 0)
}
