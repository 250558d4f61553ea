import { maxMessageLength, type TokenUsage } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { charactersLeft, obstacleOf, tokensLeft } from './composer-state.ts'

const tokens = (used: number): TokenUsage => ({
  used,
  quota: 100,
  estimated: false,
  renewsAt: '2026-04-01T00:00:00.000Z',
})

describe('composer', () => {
  it('names the first obstacle', () => {
    const free = { text: 'x', isBusy: false, tokens: tokens(10) }
    expect(obstacleOf(free)).toBeNull()
    expect(obstacleOf({ ...free, tokens: undefined })).toBeNull()
    expect(obstacleOf({ ...free, text: ' \n' })).toBe('empty')
    expect(obstacleOf({ ...free, isBusy: true, text: '' })).toBe('writing')
    expect(obstacleOf({ ...free, isBusy: true })).toBeNull()
    expect(obstacleOf({ ...free, tokens: tokens(100) })).toBe('noTokens')
    expect(obstacleOf({ ...free, text: 'x'.repeat(maxMessageLength) })).toBeNull()
    expect(obstacleOf({ ...free, text: 'x'.repeat(maxMessageLength + 1) })).toBe('tooLong')
  })

  it('counts characters only near the limit', () => {
    expect(charactersLeft('x')).toBeNull()
    expect(charactersLeft(`${'x'.repeat(maxMessageLength - 5)}   `)).toBe(5)
    expect(charactersLeft('x'.repeat(maxMessageLength + 2))).toBe(-2)
  })

  it('gives the part of the tokens that is left', () => {
    expect([tokensLeft(tokens(80)), tokensLeft(tokens(130))]).toEqual([expect.closeTo(0.2), 0])
    expect(tokensLeft({ ...tokens(0), quota: 0 })).toBe(0)
  })
})
