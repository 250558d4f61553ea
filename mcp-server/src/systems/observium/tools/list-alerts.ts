import { observiumListAlerts } from '@hub/contracts'
import { defineReadTool } from '../../../tools/define-tool.ts'
import type { AlertState, ObserviumClient } from '../driver.ts'
import { pageNote, pageOf } from '../format/page-of.ts'
import { byUrgency, countSeverities, listedAlert } from '../format/sort-alerts.ts'

const failing: AlertState[] = ['open', 'delayed', 'acknowledged', 'suppressed']
const statesOf = {
  open: failing,
  cleared: ['cleared'],
  all: [...failing, 'cleared'],
} as const satisfies Record<string, readonly AlertState[]>

/** `observium_list_alerts`: what fails now, and what recovered lately, of a device or of all. */
export function listAlertsTool(observium: ObserviumClient) {
  return defineReadTool({
    descriptor: observiumListAlerts,
    async run({ device: name, state, clearedHours, page: pageNumber }, ctx) {
      const device = name === undefined ? undefined : await observium.devices.find(name, ctx.signal)
      const clearedAfter = new Date(ctx.now.getTime() - clearedHours * 3_600_000)
      const filter = { states: statesOf[state], deviceId: device?.id, clearedAfter }
      const { alerts, complete, missing } = await observium.alerts.list(filter, ctx.signal)
      const { items, ...page } = pageOf([...alerts].sort(byUrgency), pageNumber)
      const severities = countSeverities(alerts)
      const cleared = alerts.filter((alert) => alert.state === 'cleared').length
      return {
        data: { alerts: items.map(listedAlert), ...page, severities, complete, missing },
        summary: summaryOf({ device: device?.hostname, severities, cleared, state, page }),
      }
    },
  })
}

function summaryOf(told: {
  device: string | undefined
  severities: { critical: number; warning: number; other: number }
  cleared: number
  state: keyof typeof statesOf
  page: { page: number; pageCount: number }
}) {
  const { severities, cleared, state } = told
  const open = severities.critical + severities.warning + severities.other
  const note = pageNote(told.page)
  const fr: string[] = []
  const en: string[] = []
  if (state !== 'cleared') {
    fr.push(
      `${open} alerte${open > 1 ? 's' : ''} en cours, dont ${severities.critical} critique${severities.critical > 1 ? 's' : ''}`,
    )
    en.push(`${open} open alert${open === 1 ? '' : 's'}, ${severities.critical} critical`)
  }
  if (state !== 'open') {
    fr.push(`${cleared} levée${cleared > 1 ? 's' : ''}`)
    en.push(`${cleared} cleared`)
  }
  const where =
    told.device === undefined ? { fr: '', en: '' } : { fr: `${told.device} : `, en: `${told.device}: ` }
  return { fr: `${where.fr}${fr.join(', ')}${note.fr}.`, en: `${where.en}${en.join(', ')}${note.en}.` }
}
