// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useTypedText } from './use-typed-text.ts'

const open = (value: string) => {
  const told: string[] = []
  const hook = renderHook((known: string) => useTypedText(known, (text) => told.push(text)), {
    initialProps: value,
  })
  const type = (text: string) => act(() => hook.result.current[1](text))
  return { told, type, typed: () => hook.result.current[0], know: hook.rerender }
}
const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms))

describe('what is typed into a filter', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    cleanup()
    vi.useRealTimers()
  })

  it('is told once it rests, however often the page is drawn meanwhile', () => {
    const { told, type, know } = open('')
    type('vp')
    wait(200)
    type('vpn')
    for (let drawn = 0; drawn < 5; drawn++) {
      wait(100)
      know('')
    }
    expect(told).toEqual(['vpn'])
  })

  it('keeps the space before the next word, and what came after it was told', () => {
    const { told, type, typed, know } = open('')
    type('vpn ')
    wait(300)
    know('vpn')
    expect(typed()).toBe('vpn ')
    type('vpn client')
    wait(300)
    type('vpn clients')
    know('vpn client')
    expect(typed()).toBe('vpn clients')
    wait(300)
    expect(told).toEqual(['vpn', 'vpn client', 'vpn clients'])
  })

  it('gives way to what was put there by other means, also twice the same', () => {
    const { told, type, typed, know } = open('')
    type('vpn')
    wait(300)
    know('vpn')
    know('')
    expect(typed()).toBe('')
    know('vpn')
    expect(typed()).toBe('vpn')
    wait(300)
    expect(told).toEqual(['vpn'])
  })
})
