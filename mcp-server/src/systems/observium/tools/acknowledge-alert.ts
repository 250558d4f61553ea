import { observiumAcknowledgeAlert } from '@hub/contracts'
import type { z } from 'zod'
import { defineEffectTool, type ToolResult, type Verification } from '../../../tools/define-tool.ts'
import { alertPreview } from '../alert-preview.ts'
import { alertTarget, alertToChange, sameAlert } from '../alert-target.ts'
import type { NetworkAlert, ObserviumClient } from '../driver.ts'

type Done = z.infer<typeof observiumAcknowledgeAlert.output>

/** `observium_acknowledge_alert`: holds the notifications of an alert back until it clears, or takes that back. */
export function acknowledgeAlertTool(observium: ObserviumClient) {
  return defineEffectTool({
    descriptor: observiumAcknowledgeAlert,
    reversible: true,
    target: async ({ alertId }, { signal }) => alertTarget(await observium.alerts.get(alertId, signal)),
    preview: async ({ alertId, acknowledged, note }, { signal, target }) =>
      alertPreview(
        await sameAlert(observium, { alertId, target }, signal),
        { acknowledged, note },
        observium,
      ),
    async run({ alertId, acknowledged, note }, { signal, target }) {
      const alert = await alertToChange(observium, { alertId, target }, signal)
      const wasAcknowledged = alert.state === 'acknowledged'
      if (acknowledged && !wasAcknowledged) await observium.alerts.acknowledge(alertId, note, signal)
      if (!acknowledged && wasAcknowledged) await observium.alerts.unacknowledge(alertId, signal)
      const noteKept = note !== undefined && observium.alerts.keepsNotes && acknowledged && !wasAcknowledged
      const { device, name } = alert
      return resultOf({ alertId, device, name, wasAcknowledged, acknowledged, noteKept })
    },
    verify: async ({ alertId, acknowledged }, _effect, { signal }) =>
      verification(await observium.alerts.get(alertId, signal), acknowledged),
    async reconcile({ alertId, acknowledged }, _startedAt, { signal }) {
      const { state } = await observium.alerts.get(alertId, signal)
      // Clearing ends an acknowledgement: what there was before can no longer be seen.
      if (state === 'cleared') return 'unknown'
      return (state === 'acknowledged') === acknowledged ? 'yes' : 'no'
    },
    undo: ({ alertId }, { wasAcknowledged, acknowledged }) =>
      wasAcknowledged === acknowledged
        ? null
        : { toolName: observiumAcknowledgeAlert.name, arguments: { alertId, acknowledged: wasAcknowledged } },
  })
}

function resultOf(data: Done): ToolResult<Done> {
  const { device, name, wasAcknowledged, acknowledged } = data
  const alert = { fr: `Alerte « ${name} » de ${device}`, en: `Alert “${name}” of ${device}` }
  if (acknowledged) {
    return {
      data,
      summary: wasAcknowledged
        ? { fr: `${alert.fr} : déjà acquittée.`, en: `${alert.en}: already acknowledged.` }
        : { fr: `${alert.fr} acquittée.`, en: `${alert.en} acknowledged.` },
    }
  }
  return {
    data,
    summary: wasAcknowledged
      ? { fr: `${alert.fr} : acquittement retiré.`, en: `${alert.en}: acknowledgement taken back.` }
      : { fr: `${alert.fr} : elle n’était pas acquittée.`, en: `${alert.en}: it was not acknowledged.` },
  }
}

function verification({ state }: NetworkAlert, wanted: boolean): Verification {
  if (state === 'cleared')
    return {
      status: 'verified',
      detail: { fr: 'L’alerte s’est levée entre-temps.', en: 'The alert has cleared meanwhile.' },
    }
  const isAcknowledged = state === 'acknowledged'
  return {
    status: isAcknowledged === wanted ? 'verified' : 'mismatch',
    detail: isAcknowledged
      ? { fr: 'L’alerte est acquittée.', en: 'The alert is acknowledged.' }
      : { fr: 'L’alerte n’est pas acquittée.', en: 'The alert is not acknowledged.' },
  }
}
