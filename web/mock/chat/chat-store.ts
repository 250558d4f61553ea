import { randomUUID } from 'node:crypto'
import type { ChatMessage, Conversation, StreamEvent } from '@hub/contracts'
import { minutes } from '../data/make-approval.ts'
import { conversations } from '../data/surroundings.ts'
import type { MockState } from '../state.ts'
import { longConversation, pastMessages } from './past-messages.ts'

/** An answer being played: its events so far and who listens. */
export interface PlayedAnswer {
  events: StreamEvent[]
  listeners: Set<(rank: number, event: StreamEvent) => void>
  isStopped: boolean
}

export interface ChatStore {
  conversations: Conversation[]
  messages: ChatMessage[]
  answers: Map<string, PlayedAnswer>
  /** Answers whose first connection is cut inside an event, once. */
  cuts: Set<string>
  used: number
}

const stores = new WeakMap<MockState, ChatStore>()

/** The conversations that the mock remembers beside its requests. */
export function chatStore(state: MockState): ChatStore {
  const known = stores.get(state)
  if (known) return known
  const store: ChatStore = {
    conversations: [...conversations(), longConversation],
    messages: pastMessages(),
    answers: new Map(),
    cuts: new Set(),
    used: 1_612_400,
  }
  stores.set(state, store)
  followOutcomes(state, store)
  return store
}

export function message(
  facts: Pick<ChatMessage, 'conversationId' | 'content'> & Partial<ChatMessage>,
): ChatMessage {
  return {
    id: randomUUID(),
    role: 'assistant',
    kind: 'message',
    mode: 'assistant',
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
    createdAt: minutes(0),
    completedAt: minutes(0),
    ...facts,
  }
}

// As the Hub does: the end of an approved action is told in the conversation that asked for it.
function followOutcomes(state: MockState, store: ChatStore): void {
  const publish = state.publish
  state.publish = (event) => {
    publish(event)
    if (event.type !== 'safeguard:request_executed') return
    const approval = state.approvals.find(({ approvalId }) => approvalId === event.data.approvalId)
    const conversationId = approval?.context.conversationId
    if (!approval?.outcome || !conversationId) return
    const { approvalId, outcome } = approval
    if (store.messages.some((one) => one.kind === 'outcome' && one.approvalId === approvalId)) return
    store.messages.push(message({ conversationId, kind: 'outcome', approvalId, content: outcome.summary.fr }))
    state.lastEventId += 1
    publish({
      type: 'chat:message_appended',
      id: state.lastEventId,
      at: minutes(0),
      data: { conversationId },
    })
  }
}
