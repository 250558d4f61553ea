import type { LocalizedText } from '@hub/contracts'
import type { Verdict } from '../verdict/verdict.ts'
import { momentText } from './duration-text.ts'

export interface ClientMailInput {
  verdict: Verdict
  /** Sites of this client only: one client never reads another's name. */
  sites: readonly string[]
  /** A device or a site is silent. */
  scope: 'site' | 'device'
  device: string | null
  provider: string | null
  /** Of the outage itself (`outageStartOf`), not of a warning before it. */
  startedAt: string
  ticketId: string | null
}

/** Subject and body of the one diagnosis mail of an incident to a client, plain text without signature. */
export function clientMail(input: ClientMailInput): { subject: LocalizedText; body: LocalizedText } {
  return { subject: subjectOf(input), body: { fr: frenchBody(input), en: englishBody(input) } }
}

function subjectOf({ scope, sites, device }: ClientMailInput): LocalizedText {
  const what = oneLine(scope === 'site' ? sites.join(', ') : (device ?? sites.join(', ')))
  return scope === 'site'
    ? { fr: `Coupure réseau constatée : ${what}`, en: `Network outage noticed: ${what}` }
    : { fr: `Équipement réseau injoignable : ${what}`, en: `Network device unreachable: ${what}` }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').slice(0, 100).toWellFormed()

function frenchBody(input: ClientMailInput): string {
  const steps = stepsOf(input).map(({ fr }, index) => `${index + 1}. ${fr}`)
  const where =
    input.scope === 'site'
      ? `nous n’arrivons plus à joindre votre site ${input.sites.join(', ')}`
      : `l’équipement ${input.device ?? ''} de votre site ${input.sites.join(', ')} ne répond plus`
  return [
    'Bonjour,',
    `Depuis le ${momentText(input.startedAt).fr}, ${where}. ${leads[input.verdict].fr}`,
    'Pouvez-vous faire ces vérifications ? Elles prennent deux minutes et ne demandent aucun outil :',
    steps.join('\n'),
    'Répondez à ce message en commençant par #DIAG, avec ce que vous voyez. Par exemple : « #DIAG la box est allumée, le voyant internet est rouge, l’électricité fonctionne ».',
    `Si tout remarche entre-temps, écrivez « #DIAG tout fonctionne ».${input.ticketId === null ? '' : ` Votre demande porte le numéro ${input.ticketId}.`}`,
  ].join('\n\n')
}

function englishBody(input: ClientMailInput): string {
  const steps = stepsOf(input).map(({ en }, index) => `${index + 1}. ${en}`)
  const where =
    input.scope === 'site'
      ? `we cannot reach your site ${input.sites.join(', ')}`
      : `the device ${input.device ?? ''} of your site ${input.sites.join(', ')} does not answer`
  return [
    'Hello,',
    `Since ${momentText(input.startedAt).en}, ${where}. ${leads[input.verdict].en}`,
    'Could you check the following? It takes two minutes and needs no tools:',
    steps.join('\n'),
    'Please answer this mail starting with #DIAG and what you see. For example: "#DIAG the box is on, the internet light is red, the electricity works".',
    `If everything works again in the meantime, write "#DIAG all works".${input.ticketId === null ? '' : ` Your request has the number ${input.ticketId}.`}`,
  ].join('\n\n')
}

/** Careful words: the verdict is a likelihood, and the client may read it to the provider. */
const leads: Record<Verdict, LocalizedText> = {
  FAI: {
    fr: 'D’après nos mesures, la panne semble venir de l’opérateur ; nous nous en occupons.',
    en: 'From our measurements the fault seems to be with the provider; we take care of it.',
  },
  LOCAL: {
    fr: 'D’après nos mesures, la panne semble se situer sur place (courant, câble ou appareil).',
    en: 'From our measurements the fault seems to be on site (power, cable or device).',
  },
  WIDIP: {
    fr: 'D’après nos mesures, la panne semble venir de notre côté ; nous nous en occupons.',
    en: 'From our measurements the fault seems to be on our side; we take care of it.',
  },
  INDETERMINE: {
    fr: 'Nous cherchons la cause et vous pouvez nous aider.',
    en: 'We look for the cause and you can help us.',
  },
}

const power: LocalizedText = {
  fr: 'L’électricité fonctionne-t-elle dans le local informatique (lumière, autres appareils) ?',
  en: 'Is there electricity in the technical room (light, other devices)?',
}
const cables: LocalizedText = {
  fr: 'Les câbles de l’appareil sont-ils bien enfoncés, côté prise de courant et côté réseau ?',
  en: 'Are the cables of the device well plugged in, both power and network?',
}
const restart: LocalizedText = {
  fr: 'Si l’appareil est éteint ou figé, débranchez-le 30 secondes puis rebranchez-le, une seule fois.',
  en: 'If the device is off or frozen, unplug it for 30 seconds and plug it in again, once only.',
}
const others: LocalizedText = {
  fr: 'D’autres personnes ou voisins ont-ils le même problème ?',
  en: 'Do other people or neighbours have the same problem?',
}

function stepsOf({ verdict, scope, device, provider }: ClientMailInput): LocalizedText[] {
  const box: LocalizedText = {
    fr: `Regardez la box${provider === null ? '' : ` ${provider}`} : est-elle allumée, et de quelle couleur est le voyant internet ?`,
    en: `Look at the ${provider === null ? '' : `${provider} `}box: is it on, and what colour is its internet light?`,
  }
  const light: LocalizedText = {
    fr: `Les voyants de l’appareil ${device ?? ''} sont-ils allumés ?`,
    en: `Are the lights of the device ${device ?? ''} on?`,
  }
  if (scope === 'device') return [power, light, cables, restart]
  return verdict === 'FAI' ? [power, box, others] : [power, box, cables, restart, others]
}
