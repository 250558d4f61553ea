import type { Intent } from '../intent.ts'
import { say } from '../render/blocks.ts'

/** Somebody wants the assistant to approve or refuse: only a person can, on the SAFEGUARD screen. */
export const decideApproval: Intent = {
  id: 'decide-approval',
  title: { fr: 'décisions SAFEGUARD', en: 'SAFEGUARD decisions' },
  example: { fr: 'Approuve APR-2026-000123', en: 'Approve APR-2026-000123' },
  needs: [],
  isAside: true,
  patterns: [{ weight: 13, all: ['decide'], slots: ['approvalId'] }],
  plan: () => [],
  render: (turn) =>
    say(turn, {
      fr: `Je ne peux ni approuver ni refuser une demande : seule une personne habilitée décide, sur l'écran SAFEGUARD (demande **${turn.slots.approvalId}**).`,
      en: `I can neither approve nor reject a request: only an authorised person decides, on the SAFEGUARD screen (request **${turn.slots.approvalId}**).`,
    }),
}
