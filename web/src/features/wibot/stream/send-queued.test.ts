import type { ChatMessage } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import type { QueuedMessage } from '../composer/queue.ts'
import { reasonToHold, wasSent } from './send-queued.ts'

const at = '2026-03-02T09:00:00.000Z'
const now = Date.parse(at) + 60_000
const queued: QueuedMessage = {
  id: 'q',
  mode: 'flash',
  content: 'Et le port 24 ?',
  queuedAt: at,
  sendingAt: null,
  held: null,
  isReleased: false,
  why: null,
}

function message(facts: Partial<ChatMessage>): ChatMessage {
  return {
    id: 'm',
    conversationId: 'c',
    parentId: null,
    siblings: { index: 0, count: 1, previousId: null, nextId: null },
    attachments: [],
    role: 'assistant',
    kind: 'message',
    mode: 'flash',
    content: 'x',
    status: 'complete',
    provider: null,
    model: null,
    notice: null,
    toolCalls: [],
    sources: [],
    approvalId: null,
    error: null,
    createdAt: at,
    completedAt: at,
    ...facts,
  }
}

describe('reasonToHold', () => {
  it('lets a message leave after a whole answer only', () => {
    expect(reasonToHold(queued, [message({})], now)).toBeNull()
    for (const status of ['failed', 'stopped', 'interrupted'] as const)
      expect(reasonToHold(queued, [message({ status }), message({ kind: 'outcome' })], now)).toBe(status)
  })

  it('holds what has waited for more than an hour', () => {
    expect(reasonToHold(queued, [message({})], now + 3_600_000)).toBe('old')
  })

  it('obeys its author', () => {
    expect(reasonToHold({ ...queued, isReleased: true }, [message({ status: 'failed' })], now)).toBeNull()
  })
})

describe('wasSent', () => {
  const asked = message({ role: 'user', content: queued.content })
  it('finds what a closed tab had sent', () => {
    expect(wasSent({ ...queued, sendingAt: at }, [asked, message({})])).toBe(true)
    expect(wasSent(queued, [asked])).toBe(false)
    expect(wasSent({ ...queued, sendingAt: at }, [message({ role: 'user', content: 'autre' })])).toBe(false)
    const older = message({ role: 'user', content: queued.content, createdAt: '2026-03-01T09:00:00.000Z' })
    expect(wasSent({ ...queued, sendingAt: at }, [older])).toBe(false)
  })
})
