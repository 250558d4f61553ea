import type { LocalizedText } from '@hub/contracts'
import { ageSeconds, type EvidenceItem } from '../verdict/evidence.ts'
import { agoText, momentText } from './duration-text.ts'
import { signTexts } from './sign-texts.ts'

/** One line of evidence with its age, for a ticket. */
export function evidenceText(item: EvidenceItem, now: string): LocalizedText {
  const what = evidenceSentence(item)
  const ago = agoText(ageSeconds(item, now) * 1000)
  return { fr: `${what.fr} (${ago.fr})`, en: `${what.en} (${ago.en})` }
}

const hops: Record<Extract<EvidenceItem, { kind: 'hop' }>['reached'], LocalizedText> = {
  nothing: { fr: 'rien, notre cœur ne répond pas', en: 'nothing, our core does not answer' },
  core: { fr: 'notre cœur de réseau', en: 'our core' },
  edge: { fr: 'le routeur du site', en: 'the router of the site' },
  parent: { fr: 'l’équipement juste avant', en: 'the device just before it' },
  device: { fr: 'l’équipement lui-même', en: 'the device itself' },
}

const powers = {
  battery: { fr: 'sur batterie', en: 'on battery' },
  lost: { fr: 'alimentation perdue', en: 'power lost' },
  back: { fr: 'secteur revenu', en: 'mains back' },
} as const satisfies Record<string, LocalizedText>

const authors = {
  us: { fr: 'par nous', en: 'by us' },
  provider: { fr: 'par l’opérateur', en: 'by the provider' },
  client: { fr: 'par le client', en: 'by the client' },
} as const satisfies Record<string, LocalizedText>

const changes = {
  configuration: { fr: 'Configuration modifiée', en: 'Configuration changed' },
  restart: { fr: 'Redémarrage demandé', en: 'Restart requested' },
  maintenance: { fr: 'Travaux prévus', en: 'Planned work' },
} as const satisfies Record<string, LocalizedText>

/** The same without its age. */
export function evidenceSentence(item: EvidenceItem): LocalizedText {
  switch (item.kind) {
    case 'hop':
      return {
        fr: `Vers ${item.device}, on atteint : ${hops[item.reached].fr}`,
        en: `Towards ${item.device}, one reaches: ${hops[item.reached].en}`,
      }
    case 'reason':
      return {
        fr: `${item.device} : cause vue ${item.reason}`,
        en: `${item.device}: reason seen ${item.reason}`,
      }
    case 'change': {
      const [what, by] = [changes[item.what], authors[item.by]]
      return { fr: `${what.fr} ${by.fr} : ${item.detail}`, en: `${what.en} ${by.en}: ${item.detail}` }
    }
    case 'answer': {
      const sign = signTexts[item.sign]
      return {
        fr: `Le client : ${sign.fr} – « ${item.quote} »`,
        en: `The client: ${sign.en} – “${item.quote}”`,
      }
    }
    case 'power': {
      const power = powers[item.state]
      return {
        fr: `${item.device} : ${power.fr} – ${item.detail}`,
        en: `${item.device}: ${power.en} – ${item.detail}`,
      }
    }
    case 'uptime': {
      const at = momentText(item.startedAt)
      return {
        fr: `${item.device} : démarré le ${at.fr}${item.wasRestarted ? ', donc pendant la coupure' : ', avant la coupure'}`,
        en: `${item.device}: running since ${at.en}${item.wasRestarted ? ', so during the outage' : ', before the outage'}`,
      }
    }
    default:
      return measureText(item)
  }
}

type Measure = Exclude<EvidenceItem, { kind: 'hop' | 'reason' | 'change' | 'answer' | 'power' | 'uptime' }>

function measureText(item: Measure): LocalizedText {
  switch (item.kind) {
    case 'uplink_traffic': {
      const rate = (item.bitsPerSecond / 1_000_000).toFixed(1)
      return {
        fr: `Dernier trafic de ${item.device} ${item.port} : ${rate.replace('.', ',')} Mbit/s`,
        en: `Last traffic of ${item.device} ${item.port}: ${rate} Mbit/s`,
      }
    }
    case 'uplink_port':
    case 'access_port':
      return {
        fr: `Port ${item.device} ${item.port} : ${item.state}`,
        en: `Port ${item.device} ${item.port}: ${item.state}`,
      }
    case 'line_errors':
      return {
        fr: `Erreurs sur ${item.device} ${item.port} : ${item.perSecond} par seconde`,
        en: `Errors on ${item.device} ${item.port}: ${item.perSecond} per second`,
      }
    case 'saturated':
      return { fr: `${item.device} ${item.port} est saturé`, en: `${item.device} ${item.port} is saturated` }
    default:
      return countText(item)
  }
}

type Count = Exclude<
  Measure,
  { kind: 'uplink_traffic' | 'uplink_port' | 'access_port' | 'line_errors' | 'saturated' }
>

function countText(item: Count): LocalizedText {
  switch (item.kind) {
    case 'neighbours':
      return counted({ fr: 'Voisins directs', en: 'Direct neighbours' }, item)
    case 'site_devices':
      return counted({ fr: 'Équipements du site', en: 'Devices of the site' }, item)
    case 'provider_sites':
      return counted({ fr: `Autres sites ${item.provider}`, en: `Other sites of ${item.provider}` }, item)
    case 'other_providers':
      return counted({ fr: 'Sites des autres opérateurs', en: 'Sites of other providers' }, item)
    case 'core':
      return counted({ fr: 'Notre cœur de réseau', en: 'Our core' }, item)
    case 'data_gap':
      return {
        fr: `${item.stale} équipements sans mesure récente, ${item.fresh} à jour`,
        en: `${item.stale} devices without recent data, ${item.fresh} up to date`,
      }
    default:
      return { fr: `${item.device} : ${item.detail}`, en: `${item.device}: ${item.detail}` }
  }
}

function counted(what: LocalizedText, { up, down }: { up: number; down: number }): LocalizedText {
  return {
    fr: `${what.fr} : ${up} ${up < 2 ? 'répond' : 'répondent'}, ${down} en panne`,
    en: `${what.en}: ${up} ${up === 1 ? 'answers' : 'answer'}, ${down} down`,
  }
}
