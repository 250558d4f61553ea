import { lookUpDevices, lookupCalls } from '../device-lookup.ts'
import type { Intent, PlannedCall, Turn } from '../intent.ts'
import { paragraphs, say } from '../render/blocks.ts'
import { renderDeviceStatus } from '../render/device-status.ts'
import { deviceWord, renderLookup } from '../render/lookup.ts'
import { renderFailure } from '../render/outcome.ts'
import { relatedPassages } from '../render/passages.ts'
import { codeSpan, plainLine } from '../render/plain-text.ts'
import { dataOf, isNotFound, resultsOf, stillWanted } from '../results.ts'
import { DeviceStatusData } from '../shapes.ts'
import { expandSaints } from '../slots/client-queries.ts'
import type { ToolResult } from '../tool-results.ts'

const statusTool = 'observium_get_device_status'

function searchCases(turn: Turn): PlannedCall {
  const { hostnames, deviceKind, clientPhrase } = turn.slots
  const words = hostnames ?? [deviceKind && deviceWord(turn), clientPhrase].filter(Boolean)
  return {
    tool: 'memory_search_similar_cases',
    arguments: { query: expandSaints(words.join(' ')).slice(0, 300) },
  }
}

function plan(turn: Turn): PlannedCall[] {
  const lookup = lookUpDevices(turn)
  if (lookup.step === 'searching') return stillWanted(turn, [...lookupCalls(lookup), searchCases(turn)])
  if (lookup.step !== 'found') return []
  const reads = lookup.hosts.map((device) => ({ tool: statusTool, arguments: { device } }))
  return stillWanted(turn, [...reads, searchCases(turn)])
}

function renderRead(turn: Turn, result: ToolResult, clientName: string | undefined): string {
  const data = dataOf(result, DeviceStatusData)
  if (data) return renderDeviceStatus(turn, data.device, clientName)
  const device = plainLine(String(result.arguments.device ?? ''))
  if (!isNotFound(result)) return renderFailure(turn, `**${device}**`, result)
  return say(turn, {
    fr: `Observium ne connaît aucun équipement nommé **${device}**.`,
    en: `Observium knows no device named **${device}**.`,
  })
}

function render(turn: Turn): string {
  const lookup = lookUpDevices(turn)
  if (lookup.step !== 'found') return renderLookup(turn, lookup)
  const others = lookup.others.map((name) => codeSpan(name)).join(', ')
  return paragraphs(
    ...resultsOf(turn, statusTool).map((result) => renderRead(turn, result, lookup.client?.name)),
    others &&
      say(turn, {
        fr: `Autres équipements du même type chez ce client : ${others}. Nommez-en un pour son état.`,
        en: `Other devices of that kind at this client: ${others}. Name one for its state.`,
      }),
    relatedPassages(turn),
  )
}

/** State of a device, named or found among the equipment of a client. */
export const deviceState: Intent = {
  id: 'device-state',
  title: { fr: "état d'un équipement ou d'un client", en: 'state of a device or a client' },
  example: {
    fr: "Quel est l'état du switch de la Clinique Saint-Jean ?",
    en: 'What is the state of the switch at Clinique Saint-Jean?',
  },
  needs: [statusTool],
  carries: ['hostnames', 'clientPhrase', 'deviceKind'],
  asksFor: 'clientPhrase',
  patterns: [
    { weight: 6, any: ['state', 'check'], slots: ['hostnames'], none: ['followup'] },
    {
      weight: 6,
      any: ['state', 'check'],
      slots: ['deviceKind', 'clientPhrase'],
      none: ['account', 'password'],
    },
    { weight: 5, any: ['show'], slots: ['hostnames'] },
    { weight: 4, all: ['state'], slots: ['clientPhrase'], none: ['account', 'password', 'ticket'] },
    {
      weight: 4,
      all: ['trouble'],
      slots: ['clientPhrase'],
      none: ['account', 'password', 'ticket', 'howTo'],
    },
    { weight: 3, all: ['state', 'equipment'], none: ['account', 'password'] },
    { weight: 3, all: ['state'], slots: ['deviceKind'] },
    { weight: 3, slots: ['deviceKind', 'clientPhrase'], none: ['account', 'password', 'howTo'] },
    { weight: 2, slots: ['hostnames'], weak: true },
  ],
  plan,
  render,
}
