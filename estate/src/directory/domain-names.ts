import { createHash } from 'node:crypto'

/** What a domain is called, and where its accounts are. */
export interface DomainNames {
  baseDn: string
  netbios: string
  dns: string
  host: string
  sid: string
  servicesOu: string
  clientsOu: string
  groupsOu: string
}

const demoDns = 'widip.lan'
const demoSid = 'S-1-5-21-3623811015-3361044348-30300820'

/** The names of a domain from its DNS name, e.g. `widip.lan`, the demo domain and the default. */
export function namesOfDomain(dns = demoDns): DomainNames {
  const labels = dns.split('.')
  const baseDn = labels.map((label) => `DC=${label}`).join(',')
  return {
    baseDn,
    netbios: (labels[0] ?? '').toUpperCase().slice(0, 15),
    dns,
    host: `dc1.${dns}`,
    sid: dns === demoDns ? demoSid : sidOfName(dns),
    servicesOu: `OU=Services,${baseDn}`,
    clientsOu: `OU=Clients,${baseDn}`,
    groupsOu: `OU=Groupes,${baseDn}`,
  }
}

/** Two domains never share a SID; the same name always has the same one. */
function sidOfName(dns: string): string {
  const bytes = createHash('sha256').update(dns).digest()
  const parts = [0, 4, 8].map((offset) => bytes.readUInt32LE(offset))
  return ['S-1-5-21', ...parts].join('-')
}
