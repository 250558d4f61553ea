import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { AlertId } from './observium-network-alert.ts'

const Note = z.string().trim().min(1).max(500)

export const observiumAcknowledgeAlert = defineDescriptor({
  name: 'observium_acknowledge_alert',
  version: '2',
  system: 'observium',
  level: 'L2',
  targetFacts: ['device', 'deviceId', 'alertName', 'entity', 'severity'],
  titles: { fr: 'Acquitter une alerte', en: 'Acknowledge an alert' },
  description:
    'Acknowledges a network alert that fails now: no more notifications until it clears. Nothing is repaired. With acknowledged=false it takes an acknowledgement back.',
  input: z
    .object({
      alertId: AlertId,
      acknowledged: z.boolean().default(true).describe('False takes the acknowledgement back'),
      note: Note.optional().describe('Why; kept by LibreNMS, not by Observium'),
    })
    .strict(),
  output: z.object({
    alertId: z.number().int(),
    device: z.string(),
    name: z.string(),
    wasAcknowledged: z.boolean(),
    acknowledged: z.boolean(),
    /** The monitoring keeps the note with the alert. */
    noteKept: z.boolean(),
  }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  describe: ({ alertId, acknowledged }) =>
    acknowledged
      ? { fr: `Acquittement de l’alerte ${alertId}`, en: `Acknowledging alert ${alertId}` }
      : {
          fr: `Retrait de l’acquittement de l’alerte ${alertId}`,
          en: `Taking back the acknowledgement of alert ${alertId}`,
        },
  ask: ({ alertId, acknowledged }) =>
    acknowledged
      ? { fr: `Acquitter l’alerte ${alertId}`, en: `Acknowledge alert ${alertId}` }
      : {
          fr: `Retirer l’acquittement de l’alerte ${alertId}`,
          en: `Take back the acknowledgement of alert ${alertId}`,
        },
})
