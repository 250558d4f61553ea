import { defineAction } from '../define-action.ts'
import { say } from '../render/blocks.ts'
import { known, told } from '../resolution.ts'

const tool = 'observium_acknowledge_alert'

/** Acknowledges a network alert by its number. */
export const alertAcknowledge = defineAction<number>({
  id: 'alert-acknowledge',
  title: { fr: 'acquittement d’une alerte', en: 'acknowledging an alert' },
  example: { fr: 'Acquitte l’alerte 4711', en: 'Acknowledge alert 4711' },
  needs: [tool],
  carries: ['alertId'],
  asksFor: ['alertId'],
  patterns: [
    { weight: 10, all: ['acknowledge'], slots: ['alertId'] },
    { weight: 9, all: ['acknowledge', 'alert'] },
  ],
  tool,
  subject(turn) {
    const { alertId } = turn.slots
    if (alertId !== undefined) return known(alertId)
    return told(
      say(turn, {
        fr: 'Quel est le numéro de l’alerte à acquitter ?',
        en: 'What is the number of the alert to acknowledge?',
      }),
    )
  },
  arguments: (_turn, alertId) => ({ alertId }),
  label: (turn, alertId) =>
    say(turn, { fr: `Acquittement de l’alerte ${alertId}`, en: `Acknowledging alert ${alertId}` }),
  done: (turn, alertId) =>
    say(turn, {
      fr: `L’alerte ${alertId} est acquittée : plus de notification jusqu’à son retour. Rien n’est réparé.`,
      en: `Alert ${alertId} is acknowledged: no more notifications until it clears. Nothing is repaired.`,
    }),
})
