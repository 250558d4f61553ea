import { describe, expect, it } from 'vitest'
import { createEventCursor } from './event-cursor.ts'

const started = (lastId: number) => {
  const cursor = createEventCursor()
  cursor.opened()
  cursor.hello({ lastId })
  return cursor
}

describe('the cursor over the events', () => {
  it('begins at the first hello, without a gap', () => {
    const cursor = createEventCursor()
    expect(cursor.lastId()).toBeUndefined()
    cursor.opened()
    expect(cursor.hello({ lastId: 10 })).toBe(false)
    expect(cursor.lastId()).toBe(10)
  })

  it('sees a missing event', () => {
    const cursor = started(10)
    expect([cursor.event(11), cursor.event(13)]).toEqual(['next', 'gap'])
    expect(cursor.lastId()).toBe(13)
  })

  it('stays where it was when it resumes: the missed events follow the hello', () => {
    const cursor = started(10)
    cursor.opened()
    expect(cursor.hello({ lastId: 12 })).toBe(false)
    expect(cursor.lastId()).toBe(10)
    expect([cursor.event(11), cursor.event(12)]).toEqual(['next', 'next'])
  })

  it('says that events are lost when too many were missed', () => {
    const cursor = started(10)
    cursor.opened()
    expect(cursor.hello({ lastId: 900, tooMuchMissed: true })).toBe(true)
    expect(cursor.lastId()).toBe(900)
  })

  it('says so too for a hello in mid-socket, and for a Hub that began anew', () => {
    const cursor = started(10)
    expect(cursor.hello({ lastId: 10 })).toBe(false)
    expect(cursor.hello({ lastId: 12 })).toBe(true)
    cursor.opened()
    expect(cursor.hello({ lastId: 3 })).toBe(true)
    expect(cursor.lastId()).toBe(3)
  })

  it('does not go back for an event that is told late', () => {
    const cursor = started(10)
    cursor.event(11)
    expect(cursor.event(9)).toBe('late')
    expect(cursor.lastId()).toBe(11)
  })

  it('knows what it is told once more after a resume, and finds what was committed late', () => {
    const cursor = started(10)
    for (const id of [11, 13]) cursor.event(id)
    cursor.opened()
    expect(cursor.hello({ lastId: 14 })).toBe(false)
    expect([11, 12, 13, 14, 12].map(cursor.event)).toEqual(['seen', 'late', 'seen', 'next', 'seen'])
  })

  it('takes the same ids of a Hub that began anew for others', () => {
    const cursor = started(10)
    cursor.event(11)
    cursor.opened()
    cursor.hello({ lastId: 10 })
    expect(cursor.event(11)).toBe('next')
  })

  it('remembers as many as a Hub tells once more', () => {
    const cursor = started(0)
    for (let id = 1; id <= 2_000; id += 1) cursor.event(id)
    expect(cursor.event(1)).toBe('seen')
    cursor.event(2_001)
    expect([cursor.event(2), cursor.event(1)]).toEqual(['seen', 'late'])
  })
})
