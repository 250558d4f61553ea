import type { Intent, PlannedCall, Turn } from '../intent.ts'
import { paragraphs, say } from '../render/blocks.ts'
import { renderDeviceStatus } from '../render/device-status.ts'
import { deviceWord } from '../render/lookup.ts'
import { renderFailure } from '../render/outcome.ts'
import { relatedPassages } from '../render/passages.ts'
import { codeSpan, plainLine } from '../render/plain-text.ts'
import { dataOf, isNotFound, resultsOf, stillWanted } from '../results.ts'
import { DeviceStatusData } from '../shapes.ts'
import { expandSaints } from '../slots/client-queries.ts'
import { namedDevices } from '../subjects/devices.ts'
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
  const devices = namedDevices(turn, statusTool)
  if (devices.state === 'told') return []
  if (devices.state === 'wanted') return stillWanted(turn, [...devices.calls, searchCases(turn)])
  const reads = devices.subject.hosts.map((device) => ({ tool: statusTool, arguments: { device } }))
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
  const devices = namedDevices(turn, statusTool)
  if (devices.state !== 'known') return devices.state === 'told' ? devices.text : ''
  const { hosts, clientName } = devices.subject
  const read = resultsOf(turn, statusTool).filter(({ arguments: { device } }) =>
    hosts.includes(String(device)),
  )
  const others = devices.subject.others.map((name) => codeSpan(name)).join(', ')
  return paragraphs(
    ...read.map((result) => renderRead(turn, result, clientName)),
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
  asksFor: ['clientPhrase'],
  patterns: [
    {
      weight: 6,
      any: ['state', 'check', 'trouble'],
      slots: ['hostnames'],
      none: ['followup', 'otherAction'],
    },
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
    { weight: 3, slots: ['deviceKind', 'clientPhrase'], none: ['account', 'password', 'howTo', 'ticket'] },
    { weight: 2, slots: ['hostnames'], weak: true },
  ],
  plan,
  render,
}
