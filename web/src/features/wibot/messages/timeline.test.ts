import type { ChatMessage } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { emptyAnswer } from '../stream/answer.ts'
import type { LiveAnswer } from '../stream/live-answers.ts'
import { timeline } from './timeline.ts'

function message(id: string, over: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id,
    conversationId: 'c',
    role: 'user',
    kind: 'message',
    mode: 'flash',
    content: id,
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
    createdAt: '2026-03-02T09:00:00.000Z',
    completedAt: null,
    ...over,
  }
}
const live: LiveAnswer = {
  question: { content: 'q2', mode: 'flash', sentAt: '2026-03-02T09:00:00.000Z' },
  answer: { ...emptyAnswer(), messageId: 'a2', userMessageId: 'q2', text: 'en cours' },
  beganAt: '2026-03-02T09:00:00.000Z',
  phase: 'writing',
  failure: null,
  abort: () => undefined,
}
const ids = (entries: ReturnType<typeof timeline>) => entries.map((entry) => entry.message.id)

describe('timeline', () => {
  const stored = [message('q1'), message('a1', { role: 'assistant' })]

  it('adds the question and the answer on their way', () => {
    const entries = timeline(stored, live)
    expect(ids(entries)).toEqual(['q1', 'a1', 'q2', 'a2'])
    expect(entries.at(-1)).toMatchObject({ live, message: { content: 'en cours' }, question: { id: 'q2' } })
    expect(entries[1]).toMatchObject({ live: null, question: { id: 'q1' } })
  })

  it('lets what came after leave once another version is on its way', () => {
    const later = [...stored, message('q2'), message('a2', { role: 'assistant' })]
    const again = { ...live, question: null, follows: 'q1', answer: { ...emptyAnswer(), messageId: 'a3' } }
    expect(ids(timeline(later, again))).toEqual(['q1', 'a3'])
    const refused = { ...again, answer: emptyAnswer(), phase: 'failed' as const }
    expect(ids(timeline(later, refused))).toEqual(['q1', 'a1', 'q2', 'a2'])
  })

  it('takes the stored half of the answer away, then the live one once the stored one is whole', () => {
    const half = message('a2', { role: 'assistant', status: 'streaming', content: 'en' })
    expect(timeline([...stored, message('q2'), half], live).at(-1)?.message.content).toBe('en cours')
    const whole = { ...half, status: 'complete' as const, content: 'fini' }
    const entries = timeline([...stored, message('q2'), whole], live)
    expect(ids(entries)).toEqual(['q1', 'a1', 'q2', 'a2'])
    expect(entries.at(-1)).toMatchObject({ live: null, message: { content: 'fini' } })
  })

  it('shows nothing of a message that was refused before it started', () => {
    const refused = { ...live, answer: emptyAnswer(), phase: 'failed' as const }
    const entries = timeline(stored, refused)
    expect(ids(entries)).toEqual(['q1', 'a1'])
    expect(entries.map((entry) => entry.live)).toEqual([null, null])
  })

  it('says a notice once in a row, whatever outcomes lie between', () => {
    const notice = { fr: 'Moteur intégré', en: 'Built-in engine' }
    const answer = (id: string) => message(id, { role: 'assistant', notice })
    const outcome = message('o', { role: 'assistant', kind: 'outcome' })
    const entries = timeline(
      [answer('a'), outcome, answer('b'), message('c', { role: 'assistant' }), answer('d')],
      undefined,
    )
    expect(entries.map((entry) => entry.isNoticeRepeated)).toEqual([false, false, true, false, false])
  })
})
