import type { LocalizedText } from '@hub/contracts'
import type { Cause } from '../group/cause.ts'

/** What an incident is about, in a few words; `sites` are those it touches. */
export function causeText(cause: Cause, sites: readonly string[]): LocalizedText {
  switch (cause.kind) {
    case 'core':
      return { fr: 'Notre cœur de réseau', en: 'Our core' }
    case 'monitoring':
      return { fr: 'Trou dans les données de supervision', en: 'Gap in the monitoring data' }
    case 'many':
      return {
        fr: `${sites.length} sites de plusieurs opérateurs`,
        en: `${sites.length} sites of several providers`,
      }
    case 'provider':
      return {
        fr: `${cause.provider} : ${sites.length} sites coupés`,
        en: `${cause.provider}: ${sites.length} sites cut off`,
      }
    case 'site':
      return { fr: `Site coupé : ${cause.site}`, en: `Site cut off: ${cause.site}` }
    case 'link':
      return {
        fr: `Lien ${cause.provider} coupé : ${cause.site}`,
        en: `${cause.provider} link down: ${cause.site}`,
      }
    case 'device':
      return { fr: `Équipement injoignable : ${cause.device}`, en: `Device unreachable: ${cause.device}` }
    case 'port':
      return {
        fr: `Port coupé : ${cause.device} ${cause.port}`,
        en: `Port down: ${cause.device} ${cause.port}`,
      }
    case 'check':
      return { fr: `Alerte sur ${cause.device}`, en: `Alert on ${cause.device}` }
  }
}
