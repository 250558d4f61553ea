import type { ChatMessage, Conversation } from '@hub/contracts'
import { minutes } from '../data/make-approval.ts'

const longId = '6a1f0c8e-7d0b-4a43-9a51-0f8d2f3b1cff'

/** A conversation of 500 messages, to see that length costs nothing. */
export const longConversation: Conversation = {
  id: longId,
  title: 'Suivi du déménagement de la Mairie de Valmont, jour par jour et poste par poste',
  mode: 'assistant',
  pinned: false,
  createdAt: minutes(-60 * 24 * 20),
  updatedAt: minutes(-60 * 24 * 9),
  archived: false,
  binding: null,
  leafId: null,
  branchedFrom: null,
  streamingMessageId: null,
}

function past(conversationId: string, rank: number, facts: Partial<ChatMessage>): ChatMessage {
  const at = minutes(-60 * 24 * 9 - 1000 + rank)
  return {
    id: `${conversationId}-${rank}`,
    conversationId,
    role: 'assistant',
    kind: 'message',
    mode: 'assistant',
    content: '',
    status: 'complete',
    provider: null,
    model: null,
    notice: null,
    toolCalls: [],
    sources: [],
    attachments: [],
    parentId: null,
    siblings: { index: 0, count: 1, previousId: null, nextId: null },
    approvalId: null,
    error: null,
    createdAt: at,
    completedAt: at,
    ...facts,
  }
}

const answer = (day: number) =>
  `### Jour ${day}\n\nLes postes ${day * 2 - 1} et ${day * 2} sont **en place**.\n\n- prise réseau testée ;\n- imprimante associée ;\n- session ouverte par la personne.\n\n\`\`\`powershell\nTest-NetConnection -ComputerName srv-valmont -Port 445\n\`\`\`\n`

/** Messages of the conversations that the mock starts with. */
export function pastMessages(): ChatMessage[] {
  return Array.from({ length: 500 }, (_, rank) =>
    rank % 2 === 0
      ? past(longId, rank, { role: 'user', content: `Où en est le jour ${rank / 2 + 1} ?` })
      : past(longId, rank, { content: answer((rank + 1) / 2), provider: 'mistral', model: 'mistral-large' }),
  )
}
