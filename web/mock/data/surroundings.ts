import type { Conversation, DependencyHealth } from '@hub/contracts'
import { minutes } from './make-approval.ts'

const dependency = (
  name: DependencyHealth['name'],
  latencyMs: number | null,
  more: Partial<DependencyHealth> = {},
): DependencyHealth => ({
  name,
  state: 'up',
  latencyMs,
  since: minutes(-60 * 31),
  checkedAt: minutes(-0.2),
  detail: null,
  ...more,
})

/** A Hub whose monitoring is slow and whose model is the built-in one. */
export function healthItems(): DependencyHealth[] {
  return [
    dependency('database', 2),
    dependency('bus', 0),
    dependency('mcp', 6),
    dependency('glpi', 84),
    dependency('observium', 1900, {
      state: 'degraded',
      since: minutes(-22),
      detail: 'Réponses lentes : 1,9 s en moyenne sur 5 min.',
    }),
    dependency('ad', 31),
    dependency('mail', null, { state: 'unconfigured' }),
    dependency('model', null, { state: 'unconfigured', detail: 'Le moteur intégré répond.' }),
  ]
}

const conversation = (id: string, title: string, ageMinutes: number, pinned = false): Conversation => ({
  id,
  title,
  mode: 'assistant',
  pinned,
  createdAt: minutes(-ageMinutes - 12),
  updatedAt: minutes(-ageMinutes),
  archived: false,
  binding: null,
  leafId: null,
  branchedFrom: null,
  streamingMessageId: null,
})

export function conversations(): Conversation[] {
  return [
    conversation('6a1f0c8e-7d0b-4a43-9a51-0f8d2f3b1c01', 'Session bloquée de jean.dupont', 19),
    conversation('6a1f0c8e-7d0b-4a43-9a51-0f8d2f3b1c02', 'État de SWITCH-CLIN-STJEAN', 47, true),
    conversation('6a1f0c8e-7d0b-4a43-9a51-0f8d2f3b1c03', 'Procédure Wi-Fi invité du lycée', 60 * 5),
    conversation('6a1f0c8e-7d0b-4a43-9a51-0f8d2f3b1c04', 'Tickets ouverts de la Mairie de Valmont', 60 * 26),
  ]
}
