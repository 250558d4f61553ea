import { foldToWords } from '../text/fold.ts'

export type DeviceKind =
  | 'switch'
  | 'router'
  | 'firewall'
  | 'access_point'
  | 'server'
  | 'printer'
  | 'ups'
  | 'storage'

interface KindWords {
  kind: DeviceKind
  spoken: RegExp
  plural: RegExp
  inventory: RegExp
}

const kinds: KindWords[] = [
  {
    kind: 'firewall',
    spoken: /\b(firewalls?|pare ?feux?|parefeux?|fortigate|utm|fw)\b/,
    plural: /\b(firewalls|(pare ?feux?) de tous)\b/,
    inventory:
      /^(fw|firewall|fortigate|utm|forti)|\b(firewall|pare ?feu|fortigate|pfsense|stormshield|sophos)\b/,
  },
  {
    kind: 'access_point',
    spoken: /\b(bornes?( wi ?fi)?|points? d acces|access points?|ap wi ?fi|wi ?fi|wlan|ap)\b/,
    plural: /\b(bornes|points d acces|access points)\b/,
    inventory: /^(ap|borne|wifi|wap)\b|\b(borne|access ?point|point d acces|wi ?fi|wireless|wlan)\b/,
  },
  {
    kind: 'router',
    spoken: /\b(routeurs?|routers?|routeru|rooteur|routuer|box|cpe|livebox)\b/,
    plural: /\b(routeurs|routers)\b/,
    inventory: /^(rtr|router|routeur|rt|gw|box|cpe)\b|\b(router|routeur|gateway|passerelle|cpe)\b/,
  },
  {
    kind: 'switch',
    spoken: /\b(switch(s|es|e)?|swich|swicth|swtich|siwtch|swithc|commutateurs?)\b/,
    plural: /\b(switchs|switches|commutateurs)\b/,
    inventory: /^(sw|switch)(\d|\b)|\b(switch|commutateur|catalyst)\b/,
  },
  {
    kind: 'server',
    spoken: /\b(serveurs?|servers?|hyperviseurs?|hypervisors?)\b/,
    plural: /\b(serveurs|servers)\b/,
    inventory: /^(srv|server|serveur|esx|dc|vm)(\d|\b)|\b(server|serveur|hyperviseur|esxi)\b/,
  },
  {
    kind: 'printer',
    spoken: /\b(imprimantes?|printers?|copieurs?)\b/,
    plural: /\b(imprimantes|printers|copieurs)\b/,
    inventory: /^(prn|imp|printer)\b|\b(printer|imprimante|copieur)\b/,
  },
  {
    kind: 'ups',
    spoken: /\b(onduleurs?|ups)\b/,
    plural: /\b(onduleurs)\b/,
    inventory: /^(ups|ond)\b|\b(ups|onduleur|apc|eaton)\b/,
  },
  {
    kind: 'storage',
    spoken: /\b(nas|baies?( de stockage)?)\b/,
    plural: /\b(baies)\b/,
    inventory: /^(nas|san)\b|\b(nas|stockage|storage|synology|qnap)\b/,
  },
]

/** The kind of device a sentence names, and whether it asks for all of that kind. */
export function findDeviceKind(sentence: string): { kind: DeviceKind; plural: boolean } | undefined {
  const words = foldToWords(sentence)
  const match = kinds.find(({ spoken }) => spoken.test(words))
  return match && { kind: match.kind, plural: match.plural.test(words) }
}

const kindOf = (description: string | undefined) =>
  description === undefined
    ? undefined
    : kinds.find(({ inventory }) => inventory.test(foldToWords(description)))?.kind

/** True when the inventory says that the equipment is of this kind: by its name, or by its model if the name is silent. */
export function isOfKind(kind: DeviceKind, name: string, model: string | undefined): boolean {
  return (kindOf(name) ?? kindOf(model)) === kind
}

/** Pattern of every word that names a kind of device, over folded words. */
export const kindWords = new RegExp(kinds.map(({ spoken }) => spoken.source).join('|'))
