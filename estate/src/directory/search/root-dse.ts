import type { DomainNames } from '../domain-names.ts'
import type { WireEntry } from '../protocol/write-response.ts'
import { supportedControls } from './supported-controls.ts'

const valuesOf = ({ baseDn, dns, host }: DomainNames): Record<string, string[]> => ({
  defaultNamingContext: [baseDn],
  rootDomainNamingContext: [baseDn],
  configurationNamingContext: [`CN=Configuration,${baseDn}`],
  schemaNamingContext: [`CN=Schema,CN=Configuration,${baseDn}`],
  namingContexts: [baseDn],
  dnsHostName: [host],
  ldapServiceName: [`${dns}:dc1$@${dns.toUpperCase()}`],
  serverName: [`CN=DC1,CN=Servers,CN=Default-First-Site-Name,CN=Sites,CN=Configuration,${baseDn}`],
  supportedControl: supportedControls,
  supportedCapabilities: ['1.2.840.113556.1.4.800', '1.2.840.113556.1.4.1670', '1.2.840.113556.1.4.1791'],
  supportedExtension: ['1.3.6.1.4.1.4203.1.11.3'],
  supportedLDAPVersion: ['3', '2'],
  supportedSASLMechanisms: [],
  domainFunctionality: ['7'],
  forestFunctionality: ['7'],
  domainControllerFunctionality: ['7'],
  isSynchronized: ['TRUE'],
  isGlobalCatalogReady: ['TRUE'],
})

/** The root DSE: what the server says of itself before anybody is bound (MS-ADTS 3.1.1.3.2). */
export function rootDse(names: DomainNames, requested: readonly string[]): WireEntry {
  const lower = requested.map((name) => name.toLowerCase())
  const isAll = lower.length === 0 || lower.includes('*') || lower.includes('+')
  const attributes = Object.entries(valuesOf(names))
    .filter(([name, held]) => held.length > 0 && (isAll || lower.includes(name.toLowerCase())))
    .map(([name, held]) => ({ name, values: held }))
  return { dn: '', attributes }
}
