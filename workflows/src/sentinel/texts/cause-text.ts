import type { LocalizedText } from '@hub/contracts'
import type { Cause } from '../group/cause.ts'

/** What an incident is about, in a few words; `sites` are those it touches, `isCut` false when they answer badly. */
export function causeText(
  cause: Cause,
  { sites, isCut }: { sites: readonly string[]; isCut: boolean },
): LocalizedText {
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
        fr: `${cause.provider} : ${sites.length} sites ${isCut ? 'coupés' : 'dégradés'}`,
        en: `${cause.provider}: ${sites.length} sites ${isCut ? 'cut off' : 'degraded'}`,
      }
    case 'site':
      return isCut
        ? { fr: `Site coupé : ${cause.site}`, en: `Site cut off: ${cause.site}` }
        : { fr: `Lien dégradé : ${cause.site}`, en: `Link degraded: ${cause.site}` }
    case 'link':
      return {
        fr: `Lien ${cause.provider} ${isCut ? 'coupé' : 'dégradé'} : ${cause.site}`,
        en: `${cause.provider} link ${isCut ? 'down' : 'degraded'}: ${cause.site}`,
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

/**
 * The same as a title, which stays when more sites join: it counts none. What comes and goes is called so, for it may
 * answer at the moment.
 */
export function causeTitle(
  cause: Cause,
  { isCut, isFlapping }: { isCut: boolean; isFlapping: boolean },
): LocalizedText {
  const unstable = isFlapping ? unstableText(cause) : null
  if (unstable !== null) return unstable
  switch (cause.kind) {
    case 'many':
      return { fr: 'Plusieurs sites de plusieurs opérateurs', en: 'Several sites of several providers' }
    case 'provider':
      return {
        fr: `${cause.provider} : plusieurs sites ${isCut ? 'coupés' : 'dégradés'}`,
        en: `${cause.provider}: several sites ${isCut ? 'cut off' : 'degraded'}`,
      }
    default:
      return causeText(cause, { sites: [], isCut })
  }
}

function unstableText(cause: Cause): LocalizedText | null {
  switch (cause.kind) {
    case 'site':
      return { fr: `Coupures répétées : ${cause.site}`, en: `Repeated cuts: ${cause.site}` }
    case 'link':
      return {
        fr: `Lien ${cause.provider} instable : ${cause.site}`,
        en: `Unstable ${cause.provider} link: ${cause.site}`,
      }
    case 'device':
      return { fr: `Liaison instable : ${cause.device}`, en: `Unstable connection: ${cause.device}` }
    case 'port':
      return {
        fr: `Port instable : ${cause.device} ${cause.port}`,
        en: `Unstable port: ${cause.device} ${cause.port}`,
      }
    case 'check':
      return { fr: `Alertes répétées sur ${cause.device}`, en: `Repeated alerts on ${cause.device}` }
    default:
      return null
  }
}
