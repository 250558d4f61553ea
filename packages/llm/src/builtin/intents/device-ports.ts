import { defineRead } from '../define-read.ts'
import type { Intent, Pattern, Turn } from '../intent.ts'
import { paragraphs } from '../render/blocks.ts'
import { renderListing, renderMissing } from '../render/listing.ts'
import { plainLine } from '../render/plain-text.ts'
import { portRow } from '../render/rows.ts'
import { dataOf, resultsOf } from '../results.ts'
import { PortsData } from '../shapes.ts'
import { type Devices, namedDevices } from '../subjects/devices.ts'

const tool = 'observium_list_ports'

function tellPorts(turn: Turn, { hosts }: Devices): string {
  const parts = hosts.map((host) => {
    const result = resultsOf(turn, tool).find(({ arguments: { device } }) => device === host)
    const data = dataOf(result, PortsData)
    const name = plainLine(host)
    if (!data) return renderMissing(turn, tool, { fr: `Ports de **${name}**`, en: `Ports of **${name}**` })
    return renderListing(turn, {
      title: { fr: `Ports de ${name}`, en: `Ports of ${name}` },
      none: { fr: `Aucun port à signaler sur **${name}**.`, en: `No port to report on **${name}**.` },
      rows: data.ports.map((port) => portRow(turn, port)),
      total: data.total,
    })
  })
  return paragraphs(...parts)
}

interface PortQuestion {
  id: string
  title: Intent['title']
  example: Intent['example']
  patterns: Pattern[]
  problemsOnly: boolean
}

function portQuestion({ problemsOnly, ...question }: PortQuestion): Intent {
  return defineRead({
    ...question,
    needs: [tool],
    carries: ['hostnames', 'clientPhrase', 'deviceKind'],
    asksFor: ['clientPhrase'],
    subject: (turn) => namedDevices(turn, tool),
    calls: (_turn, { hosts }) =>
      hosts.map((device) => ({ tool, arguments: { device, ...(problemsOnly && { problemsOnly }) } })),
    tell: tellPorts,
  })
}

/** Every port of a device. */
export const devicePorts = portQuestion({
  id: 'device-ports',
  title: { fr: 'ports d’un équipement', en: 'ports of a device' },
  example: { fr: 'Liste les ports de SWITCH-CLIN-STJEAN', en: 'List the ports of SWITCH-CLIN-STJEAN' },
  patterns: [
    { weight: 7, all: ['port'], slots: ['hostnames'], none: ['howTo', 'otherAction'] },
    { weight: 6.5, all: ['port'], slots: ['clientPhrase'], none: ['howTo', 'otherAction'] },
    { weight: 3, all: ['port'], none: ['howTo', 'otherAction'] },
  ],
  problemsOnly: false,
})

/** The ports of a device that are down, have errors or are saturated. */
export const faultyPorts = portQuestion({
  id: 'faulty-ports',
  title: { fr: 'ports en défaut d’un équipement', en: 'faulty ports of a device' },
  example: {
    fr: 'Quels ports sont en défaut sur SWITCH-CLIN-STJEAN ?',
    en: 'Which ports are faulty on SWITCH-CLIN-STJEAN?',
  },
  patterns: [
    { weight: 8, all: ['port', 'faulty'], slots: ['hostnames'], none: ['howTo', 'otherAction'] },
    { weight: 7.5, all: ['port', 'faulty'], slots: ['clientPhrase'], none: ['howTo', 'otherAction'] },
    { weight: 3.5, all: ['port', 'faulty'], none: ['howTo', 'otherAction'] },
  ],
  problemsOnly: true,
})
