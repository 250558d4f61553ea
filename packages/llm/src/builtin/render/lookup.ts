import type { DeviceLookup } from '../device-lookup.ts'
import type { Turn } from '../intent.ts'
import type { DeviceKind } from '../slots/device-kind.ts'
import { choices, paragraphs, say } from './blocks.ts'
import { renderFailure } from './outcome.ts'
import { codeSpan, plainLine } from './plain-text.ts'

const kindNames: Record<DeviceKind, { fr: string; en: string }> = {
  switch: { fr: 'switch', en: 'switch' },
  router: { fr: 'routeur', en: 'router' },
  firewall: { fr: 'pare-feu', en: 'firewall' },
  access_point: { fr: 'borne Wi-Fi', en: 'access point' },
  server: { fr: 'serveur', en: 'server' },
  printer: { fr: 'imprimante', en: 'printer' },
  ups: { fr: 'onduleur', en: 'UPS' },
  storage: { fr: 'stockage', en: 'storage' },
}

/** The word for what is looked for: the kind that was named, else "equipment". */
export function deviceWord(turn: Turn): string {
  const { deviceKind } = turn.slots
  return deviceKind ? say(turn, kindNames[deviceKind]) : say(turn, { fr: 'équipement', en: 'device' })
}

const listed = 10

function renderChoice(turn: Turn, lookup: DeviceLookup & { step: 'many-clients' | 'many-devices' }): string {
  if (lookup.step === 'many-clients') {
    return choices(
      say(turn, { fr: 'Plusieurs clients correspondent. Lequel ?', en: 'Several clients match. Which one?' }),
      lookup.clients.slice(0, listed).map(({ name, town }) => ({
        name: plainLine(name),
        detail: town ? plainLine(town) : undefined,
      })),
    )
  }
  const client = plainLine(lookup.client.name)
  return choices(
    say(turn, {
      fr: `Plusieurs équipements correspondent chez ${client}. Lequel ?`,
      en: `Several devices match at ${client}. Which one?`,
    }),
    lookup.devices.slice(0, listed).map(({ name, model, location }) => ({
      name: plainLine(name),
      detail: [model, location].flatMap((text) => (text ? [plainLine(text)] : [])).join(', ') || undefined,
    })),
  )
}

function renderNoDevice(turn: Turn, lookup: DeviceLookup & { step: 'no-device' }): string {
  const client = plainLine(lookup.client.name)
  const known = lookup.client.devices.slice(0, listed).map(({ name }) => codeSpan(name))
  const word = deviceWord(turn)
  return paragraphs(
    say(turn, {
      fr: `Aucun équipement de type « ${word} » n'est enregistré pour **${client}**.`,
      en: `No device of type "${word}" is recorded for **${client}**.`,
    }),
    known.length > 0 &&
      say(turn, {
        fr: `Équipements connus : ${known.join(', ')}.`,
        en: `Known devices: ${known.join(', ')}.`,
      }),
  )
}

/** What to say when the lookup found no single thing to read: a question, or that nothing matches. */
export function renderLookup(turn: Turn, lookup: Exclude<DeviceLookup, { step: 'found' }>): string {
  const phrase = plainLine(turn.slots.clientPhrase ?? '')
  switch (lookup.step) {
    case 'unnamed':
      return say(turn, {
        fr: `De quel ${deviceWord(turn)} s'agit-il : quel client, ou quel nom d'équipement ?`,
        en: `Which ${deviceWord(turn)} do you mean: which client, or which device name?`,
      })
    case 'searching':
    case 'no-client':
      return say(turn, {
        fr: `Je n'ai trouvé aucun client pour « ${phrase} » dans GLPI. Quel est son nom exact ?`,
        en: `I found no client for "${phrase}" in GLPI. What is its exact name?`,
      })
    case 'failed':
      return renderFailure(
        turn,
        say(turn, { fr: `Recherche du client « ${phrase} »`, en: `Search for client "${phrase}"` }),
        lookup.result,
      )
    case 'many-clients':
    case 'many-devices':
      return renderChoice(turn, lookup)
    case 'no-device':
      return renderNoDevice(turn, lookup)
  }
}
