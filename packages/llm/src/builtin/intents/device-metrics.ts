import { defineRead } from '../define-read.ts'
import type { Turn } from '../intent.ts'
import { paragraphs, say } from '../render/blocks.ts'
import { renderDeviceMetrics } from '../render/device-metrics.ts'
import { renderFailure } from '../render/outcome.ts'
import { plainLine } from '../render/plain-text.ts'
import { dataOf, isNotFound, resultsOf } from '../results.ts'
import { DeviceMetricsData } from '../shapes.ts'
import { namedDevices } from '../subjects/devices.ts'
import type { ToolResult } from '../tool-results.ts'

const metricsTool = 'observium_get_device_metrics'

function renderRead(turn: Turn, result: ToolResult): string {
  const data = dataOf(result, DeviceMetricsData)
  if (data) return renderDeviceMetrics(turn, data.metrics)
  const device = plainLine(String(result.arguments.device ?? ''))
  if (!isNotFound(result)) return renderFailure(turn, `**${device}**`, result)
  return say(turn, {
    fr: `Observium ne connaît aucun équipement nommé **${device}**.`,
    en: `Observium knows no device named **${device}**.`,
  })
}

/** Processor, memory, sensors and traffic of a device. */
export const deviceMetrics = defineRead({
  id: 'device-metrics',
  title: {
    fr: "mesures d'un équipement (processeur, mémoire, trafic)",
    en: 'metrics of a device (processor, memory, traffic)',
  },
  example: { fr: 'CPU et trafic de SWITCH-CLIN-STJEAN', en: 'CPU and traffic of SWITCH-CLIN-STJEAN' },
  needs: [metricsTool],
  carries: ['hostnames', 'clientPhrase', 'deviceKind'],
  asksFor: ['clientPhrase'],
  patterns: [
    { weight: 8, all: ['metrics'], slots: ['hostnames'], none: ['similar'] },
    {
      weight: 7,
      all: ['metrics'],
      slots: ['clientPhrase'],
      none: ['howTo', 'similar', 'account', 'password'],
    },
    { weight: 6, all: ['metrics'], slots: ['deviceKind'], none: ['howTo', 'similar', 'account', 'password'] },
    { weight: 3, all: ['metrics'], none: ['howTo', 'similar', 'account', 'password'] },
  ],
  subject: (turn) => namedDevices(turn, metricsTool),
  calls: (_turn, { hosts }) => hosts.map((device) => ({ tool: metricsTool, arguments: { device } })),
  tell(turn, { hosts }) {
    const read = resultsOf(turn, metricsTool).filter(({ arguments: { device } }) =>
      hosts.includes(String(device)),
    )
    return paragraphs(...read.map((result) => renderRead(turn, result)))
  },
})
