import type { ActionPreview, LocalizedText } from '@hub/contracts'
import { previewFact } from '../preview-fact.ts'
import type { AlertState, NetworkAlert, ObserviumClient } from './driver.ts'

const stateNames: Record<AlertState, LocalizedText> = {
  open: { fr: 'en cours', en: 'open' },
  delayed: { fr: 'en cours, pas encore signalée', en: 'failing, not yet told' },
  acknowledged: { fr: 'acquittée', en: 'acknowledged' },
  suppressed: { fr: 'retenue par la supervision', en: 'held back by the monitoring' },
  cleared: { fr: 'levée', en: 'cleared' },
}

/** What acknowledging an alert, or taking that back, would change; pure. */
export function alertPreview(
  alert: NetworkAlert,
  change: { acknowledged: boolean; note: string | undefined },
  { system, alerts: { keepsNotes } }: Pick<ObserviumClient, 'system' | 'alerts'>,
): ActionPreview {
  const { acknowledged, note } = change
  const isAcknowledged = alert.state === 'acknowledged'
  return {
    before: [
      previewFact('device', { fr: 'Équipement', en: 'Device' }, { value: alert.device, kind: 'mono' }),
      previewFact('alert', { fr: 'Alerte', en: 'Alert' }, { value: alert.name }),
      previewFact('message', { fr: 'Message', en: 'Message' }, { value: alert.message }),
      previewFact('severity', { fr: 'Gravité', en: 'Severity' }, { value: alert.severity }),
      previewFact('since', { fr: 'Depuis', en: 'Since' }, { value: alert.since, kind: 'datetime' }),
      previewFact('state', { fr: 'État', en: 'State' }, { value: stateNames[alert.state] }),
    ],
    after: [
      previewFact(
        'acknowledged',
        { fr: 'Acquittée', en: 'Acknowledged' },
        { value: acknowledged, kind: 'boolean', changed: isAcknowledged !== acknowledged },
      ),
      ...(note === undefined || !keepsNotes
        ? []
        : [previewFact('note', { fr: 'Note', en: 'Note' }, { value: note, changed: true })]),
    ],
    warnings: warnings(alert, { acknowledged, losesNote: note !== undefined && !keepsNotes, system }),
    complete: true,
  }
}

function warnings(
  { state }: NetworkAlert,
  { acknowledged, losesNote, system }: { acknowledged: boolean; losesNote: boolean; system: string },
): LocalizedText[] {
  const isAcknowledged = state === 'acknowledged'
  return [
    ...(state === 'cleared'
      ? [
          {
            fr: 'L’alerte est levée : rien à acquitter.',
            en: 'The alert has cleared: nothing to acknowledge.',
          },
        ]
      : []),
    ...(acknowledged && isAcknowledged
      ? [{ fr: 'L’alerte est déjà acquittée.', en: 'The alert is already acknowledged.' }]
      : []),
    ...(!acknowledged && !isAcknowledged && state !== 'cleared'
      ? [{ fr: 'L’alerte n’est pas acquittée.', en: 'The alert is not acknowledged.' }]
      : []),
    ...(losesNote
      ? [{ fr: `${system} ne garde pas la note.`, en: `${system} does not keep the note.` }]
      : []),
  ]
}
