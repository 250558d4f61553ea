import { describe, expect, it } from 'vitest'
import type { ChatMessage } from '../provider.ts'
import { toStrictHistory } from './history.ts'

const call = (id: string) => ({ id, name: 'tool', arguments: {} })
const assistant = (content: string, ...ids: string[]): ChatMessage => ({
  role: 'assistant',
  content,
  ...(ids.length > 0 && { toolCalls: ids.map(call) }),
})
const tool = (id: string): ChatMessage => ({
  role: 'tool',
  content: `result of ${id}`,
  toolCallId: id,
  toolName: 'tool',
})
const user = (content: string): ChatMessage => ({ role: 'user', content })
const system = (content: string): ChatMessage => ({ role: 'system', content })
const roles = (messages: ChatMessage[]) => toStrictHistory(messages).map(({ role }) => role)

describe('toStrictHistory', () => {
  it('puts every system text first, as one message', () => {
    const history = toStrictHistory([system('a'), user('b'), system('c')])
    expect(history).toEqual([system('a\n\nc'), user('b')])
  })

  it('joins messages of one role', () => {
    expect(toStrictHistory([user('a'), user('b'), assistant('c'), assistant('d')])).toEqual([
      user('a\n\nb'),
      assistant('c\n\nd'),
    ])
  })

  it('keeps exactly one result per call, in call order', () => {
    const history = toStrictHistory([user('q'), assistant('', 'one', 'two'), tool('two'), tool('one')])
    expect(history.map(({ content }) => content)).toEqual(['q', '', 'result of one', 'result of two'])
    expect(history[1]?.toolCalls?.map(({ id }) => id)).toEqual([
      history[2]?.toolCallId,
      history[3]?.toolCallId,
    ])
  })

  it('leaves out calls without a result and results without a call', () => {
    expect(roles([user('q'), assistant('text', 'one'), user('next')])).toEqual(['user', 'assistant', 'user'])
    expect(roles([user('q'), assistant('', 'one', 'two'), tool('one')])).toEqual([
      'user',
      'assistant',
      'tool',
    ])
    expect(roles([user('q'), tool('ghost'), assistant('a')])).toEqual(['user', 'assistant'])
    expect(toStrictHistory([user('q'), assistant('', 'one')])).toEqual([user('q')])
  })

  it('puts an assistant message between a result and the next question', () => {
    expect(roles([user('q'), assistant('', 'one'), tool('one'), user('next')])).toEqual([
      'user',
      'assistant',
      'tool',
      'assistant',
      'user',
    ])
  })

  it('gives repeated ids of other providers different ids, the same ones every time', () => {
    const messages = [
      user('q'),
      assistant('', 'call_0'),
      tool('call_0'),
      assistant('', 'call_0'),
      tool('call_0'),
    ]
    const ids = toStrictHistory(messages).flatMap(({ toolCallId }) => toolCallId ?? [])
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]{9}$/)
    expect(toStrictHistory(messages).flatMap(({ toolCallId }) => toolCallId ?? [])).toEqual(ids)
  })

  it('keeps ids that are already in the accepted shape', () => {
    expect(toStrictHistory([user('q'), assistant('', 'D681PevKs'), tool('D681PevKs')])[2]?.toolCallId).toBe(
      'D681PevKs',
    )
  })
})
