import type { StreamEvent } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { type Answer, emptyAnswer, isEnded } from './answer.ts'
import { applyEvent } from './apply-event.ts'

const start: StreamEvent = {
  type: 'start',
  messageId: 'm1',
  conversationId: 'c1',
  userMessageId: 'u1',
  mode: 'assistant',
  provider: 'builtin',
  model: 'builtin',
  notice: { fr: 'Moteur intégré', en: 'Built-in engine' },
}
const call: StreamEvent = {
  type: 'tool_call',
  callId: 't1',
  tool: 'observium_get_device_status',
  level: 'L0',
  arguments: { device: 'SW-1' },
  label: { fr: 'Lecture de l’état de SW-1', en: 'Reading the state of SW-1' },
  startedAt: '2026-03-02T09:00:00.000Z',
}
const result: StreamEvent = {
  type: 'tool_result',
  callId: 't1',
  tool: 'observium_get_device_status',
  status: 'ok',
  summary: { fr: 'SW-1 répond', en: 'SW-1 is up' },
  data: { device: { hostname: 'SW-1' } },
  durationMs: 120,
}
const done: StreamEvent = { type: 'done', messageId: 'm1', status: 'complete', finishReason: 'stop' }
const delta = (text: string): StreamEvent => ({ type: 'delta', text })

function play(events: StreamEvent[], from: Answer = emptyAnswer()): Answer {
  return events.reduce(
    (answer, event) => applyEvent(answer, { id: answer.lastEventId + 1, event }).answer,
    from,
  )
}

describe('applyEvent', () => {
  it('builds the answer from its events', () => {
    const answer = play([start, call, result, delta('SW-1 '), delta('est UP.'), done])
    expect(answer).toMatchObject({
      messageId: 'm1',
      conversationId: 'c1',
      text: 'SW-1 est UP.',
      status: 'complete',
    })
    expect(answer.toolCalls).toEqual([
      expect.objectContaining({ callId: 't1', status: 'ok', durationMs: 120, data: result.data }),
    ])
    expect(answer.notice?.fr).toBe('Moteur intégré')
  })

  it('ignores an event seen before', () => {
    const answer = play([start, delta('a')])
    const again = applyEvent(answer, { id: 2, event: delta('a') })
    expect(again).toEqual({ answer, outcome: 'duplicate' })
    expect(applyEvent(answer, { id: 1, event: start }).outcome).toBe('duplicate')
  })

  it('refuses a jump and leaves the answer as it was', () => {
    const answer = play([start, delta('a')])
    const jumped = applyEvent(answer, { id: 4, event: delta('c') })
    expect(jumped).toEqual({ answer, outcome: 'gap' })
    expect(applyEvent(answer, { id: 4, event: delta('c') }, true).answer).toMatchObject({
      text: 'ac',
      lastEventId: 4,
    })
  })

  it('goes on after a resume without repeating anything', () => {
    const answer = play([start, delta('a')])
    const replayed = [start, delta('a'), delta('b'), done]
    const resumed = replayed.reduce(
      (state, event, index) => applyEvent(state, { id: index + 1, event }).answer,
      answer,
    )
    expect(resumed).toMatchObject({ text: 'ab', status: 'complete', lastEventId: 4 })
  })

  it('makes a card only from a tool_call event', () => {
    const claimed = play([start, delta('J’ai appelé observium_get_device_status {"device":"SW-1"}'), result])
    expect(claimed.toolCalls).toEqual([])
  })

  it('keeps one card per call, and its first result', () => {
    const answer = play([start, call, call, result, { ...result, status: 'error', durationMs: 1 }])
    expect(answer.toolCalls).toHaveLength(1)
    expect(answer.toolCalls[0]).toMatchObject({ status: 'ok', durationMs: 120 })
  })

  it('carries the approval of a call that waits for a person', () => {
    const answer = play([
      start,
      call,
      { ...result, status: 'approval_required', approvalId: 'APR-2026-000123' },
    ])
    expect(answer.toolCalls[0]).toMatchObject({ status: 'approval_required', approvalId: 'APR-2026-000123' })
  })

  it('keeps what was written before an error and before a stop', () => {
    const failed = play([
      start,
      delta('Début'),
      { type: 'error', code: 'UPSTREAM_FAILED', message: 'Ollama ne répond pas', retryable: true },
      { type: 'done', messageId: 'm1', status: 'failed', finishReason: 'error' },
    ])
    expect(failed).toMatchObject({ text: 'Début', status: 'failed', error: { retryable: true } })
    const stopped = play([start, call, { ...done, status: 'stopped', finishReason: 'stopped' }])
    expect(stopped.toolCalls[0]?.status).toBe('running')
    expect(isEnded(stopped)).toBe(true)
  })

  it('ignores what comes after the end and passes over unknown types', () => {
    const ended = play([start, done])
    expect(applyEvent(ended, { id: 3, event: delta('x') }).outcome).toBe('duplicate')
    const passed = applyEvent(play([start]), { id: 2, event: null })
    expect(passed).toMatchObject({ outcome: 'applied', answer: { lastEventId: 2, text: '' } })
  })

  it('merges sources by their number', () => {
    const source = (n: number) => ({
      n,
      documentId: 'd',
      chunkId: `k${n}`,
      title: 'T',
      path: 'p',
      score: 0.5,
      excerpt: 'e',
    })
    const answer = play([
      start,
      { type: 'sources', items: [source(2)] },
      { type: 'sources', items: [source(1), source(2)] },
    ])
    expect(answer.sources.map(({ n }) => n)).toEqual([1, 2])
  })
})
