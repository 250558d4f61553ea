import type { Attachment, ChatMode } from '@hub/contracts'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** Why a queued message waits for a word of its author instead of leaving by itself. */
export type Held = 'failed' | 'stopped' | 'interrupted' | 'refused' | 'old'

export interface QueuedMessage {
  id: string
  mode: ChatMode
  content: string
  attachments?: Attachment[]
  queuedAt: string
  /** Set while a tab is sending it, to when that began. */
  sendingAt: string | null
  held: Held | null
  /** Its author wants it sent however the answer before it ended. */
  isReleased: boolean
  /** The sentence of the Hub that refused it. */
  why: string | null
}

interface Queue {
  /** Id of the person who typed; null before anybody did. */
  owner: string | null
  byConversation: Record<string, QueuedMessage[]>
}

const storageKey = 'hub.wibot.queue'

/** Messages typed while an answer was being written, by conversation; shared by the tabs of this browser. */
export const useQueue = create<Queue>()(
  persist((): Queue => ({ owner: null, byConversation: {} }), { name: storageKey }),
)

/** Takes over what another tab wrote meanwhile. */
export function readQueueAgain(): void {
  void useQueue.persist.rehydrate()
}

/** Follows the other tabs; returns how to stop. */
export function followQueue(): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === storageKey) readQueueAgain()
  }
  window.addEventListener('storage', onStorage)
  return () => window.removeEventListener('storage', onStorage)
}

/** Forgets what somebody else left in this browser. */
export function claimQueue(userId: string): void {
  if (useQueue.getState().owner !== userId) useQueue.setState({ owner: userId, byConversation: {} })
}

/** What waits in a conversation, first to leave first. */
export function queuedIn(conversation: string): QueuedMessage[] {
  return useQueue.getState().byConversation[conversation] ?? []
}

/** Puts a message behind the others. */
export function queueMessage(
  conversation: string,
  message: Pick<QueuedMessage, 'mode' | 'content' | 'attachments'>,
): void {
  const queued = {
    ...message,
    id: crypto.randomUUID(),
    queuedAt: new Date().toISOString(),
    sendingAt: null,
    held: null,
    isReleased: false,
    why: null,
  }
  change(conversation, (messages) => [...messages, queued])
}

/** Takes a message away: it was sent, or its author wants it back. */
export function dropQueued(conversation: string, id: string): void {
  change(conversation, (messages) => messages.filter((message) => message.id !== id))
}

/** Changes a message that still waits. */
export function changeQueued(conversation: string, id: string, facts: Partial<QueuedMessage>): void {
  change(conversation, (messages) =>
    messages.map((message) => (message.id === id ? { ...message, ...facts } : message)),
  )
}

/** Carries a queue over to the id that its conversation received. */
export function moveQueue(from: string, to: string): void {
  const moved = queuedIn(from)
  if (moved.length === 0) return
  change(from, () => [])
  change(to, (messages) => [...messages, ...moved])
}

// Read again before each change: another tab may have sent or dropped a message since.
function change(conversation: string, next: (messages: QueuedMessage[]) => QueuedMessage[]): void {
  readQueueAgain()
  useQueue.setState(({ byConversation: { [conversation]: messages = [], ...others } }) => {
    const left = next(messages)
    return { byConversation: left.length > 0 ? { ...others, [conversation]: left } : others }
  })
}
