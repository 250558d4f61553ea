import { defineRead } from '../define-read.ts'
import type { Intent, Turn } from '../intent.ts'
import { paragraphs } from '../render/blocks.ts'
import { renderListing, renderMissing } from '../render/listing.ts'
import { plainLine } from '../render/plain-text.ts'
import { alertRow } from '../render/rows.ts'
import { known } from '../resolution.ts'
import { dataOf, lastResult, resultsOf } from '../results.ts'
import { AlertsData } from '../shapes.ts'
import { namedDevices } from '../subjects/devices.ts'
import type { ToolResult } from '../tool-results.ts'

const tool = 'observium_list_alerts'
const asked = { fr: 'Alertes du réseau', en: 'Network alerts' }

function tellAlerts(turn: Turn, result: ToolResult | undefined, title: { fr: string; en: string }): string {
  const data = dataOf(result, AlertsData)
  if (!data) return renderMissing(turn, tool, asked)
  return renderListing(turn, {
    title,
    none: { fr: `${title.fr} : aucune.`, en: `${title.en}: none.` },
    rows: data.alerts.map((alert) => alertRow(turn, alert)),
    total: data.total,
  })
}

/** Everything that fails now. */
export const openAlerts: Intent = defineRead({
  id: 'open-alerts',
  title: { fr: 'alertes en cours', en: 'open alerts' },
  example: { fr: 'Quelles alertes sont en cours ?', en: 'Which alerts are open?' },
  needs: [tool],
  patterns: [{ weight: 5, all: ['alert'], none: ['howTo', 'acknowledge'] }],
  subject: () => known(undefined),
  calls: () => [{ tool, arguments: {} }],
  tell: (turn) => tellAlerts(turn, lastResult(turn, tool), { fr: 'Alertes en cours', en: 'Open alerts' }),
})

/** The alerts that recovered lately. */
export const clearedAlerts: Intent = defineRead({
  id: 'cleared-alerts',
  title: { fr: 'alertes levées', en: 'cleared alerts' },
  example: { fr: 'Quelles alertes ont été levées hier ?', en: 'Which alerts cleared yesterday?' },
  needs: [tool],
  patterns: [{ weight: 8, all: ['alert', 'cleared'], none: ['howTo'] }],
  subject: () => known(undefined),
  calls: ({ slots: { days, hours } }) => [
    { tool, arguments: { state: 'cleared', clearedHours: Math.min(hours ?? (days ?? 1) * 24, 168) } },
  ],
  tell: (turn) => tellAlerts(turn, lastResult(turn, tool), { fr: 'Alertes levées', en: 'Cleared alerts' }),
})

/** The alerts of one device. */
export const deviceAlerts: Intent = defineRead({
  id: 'device-alerts',
  title: { fr: 'alertes d’un équipement', en: 'alerts of a device' },
  example: { fr: 'Alertes de SWITCH-CLIN-STJEAN', en: 'Alerts of SWITCH-CLIN-STJEAN' },
  needs: [tool],
  carries: ['hostnames', 'clientPhrase', 'deviceKind'],
  asksFor: ['clientPhrase'],
  patterns: [
    { weight: 7.5, all: ['alert'], slots: ['hostnames'], without: ['clientPhrase'], none: ['howTo'] },
    { weight: 7.5, all: ['alert'], slots: ['deviceKind', 'clientPhrase'], none: ['howTo'] },
  ],
  subject: (turn) => namedDevices(turn, tool),
  calls: (_turn, { hosts }) => hosts.map((device) => ({ tool, arguments: { device } })),
  tell: (turn, { hosts }) =>
    paragraphs(
      ...hosts.map((host) => {
        const result = resultsOf(turn, tool).find(({ arguments: { device } }) => device === host)
        const name = plainLine(host)
        return tellAlerts(turn, result, { fr: `Alertes de ${name}`, en: `Alerts of ${name}` })
      }),
    ),
})
