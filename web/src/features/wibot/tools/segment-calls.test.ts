import type { ToolCallRecord } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { elapsedOf, segmentCalls } from './segment-calls.ts'

function call(callId: string, over: Partial<ToolCallRecord> = {}): ToolCallRecord {
  return {
    callId,
    tool: 'glpi_search_client',
    level: 'L1',
    label: { fr: '', en: '' },
    arguments: {},
    status: 'ok',
    summary: null,
    data: null,
    approvalId: null,
    startedAt: '2026-03-02T09:00:00.000Z',
    durationMs: 100,
    ...over,
  }
}

describe('segmentCalls', () => {
  it('folds reads in a row and keeps the order of events', () => {
    const request = call('d', { level: 'L3', status: 'approval_required', approvalId: 'APR-2026-000001' })
    const segments = segmentCalls([
      call('a'),
      call('b', { status: 'error' }),
      call('c', { level: 'L2' }),
      call('e'),
      request,
    ])
    expect(segments.map((s) => (s.kind === 'reads' ? s.calls.map((c) => c.callId) : s.call.callId))).toEqual([
      ['a', 'b'],
      'c',
      ['e'],
      'd',
    ])
    expect(segments.at(-1)).toMatchObject({ kind: 'request', approvalId: 'APR-2026-000001' })
  })

  it('never makes a request of a call without an approval', () => {
    expect(segmentCalls([call('a', { level: 'L3', status: 'denied' })])[0]?.kind).toBe('action')
    expect(segmentCalls([call('a', { level: 'L3', status: 'approval_required' })])[0]?.kind).toBe('action')
  })
})

describe('elapsedOf', () => {
  it('counts calls that overlap once', () => {
    const late = call('b', { startedAt: '2026-03-02T09:00:00.050Z', durationMs: 200 })
    expect(elapsedOf([call('a'), late])).toBe(250)
    expect(elapsedOf([call('a'), call('b', { durationMs: null })])).toBeNull()
  })
})
