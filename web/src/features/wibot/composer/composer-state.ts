import { maxMessageLength, type TokenUsage } from '@hub/contracts'
import type { DraftFile } from './drafts.ts'

/** Why the message can be neither sent nor queued now. */
export type Obstacle = 'empty' | 'tooLong' | 'writing' | 'noTokens' | 'reading' | 'refusedFile'

export interface ComposerFacts {
  text: string
  isBusy: boolean
  files?: Pick<DraftFile, 'state'>[] | undefined
  tokens: TokenUsage | undefined
}

/** The first thing in the way of sending, null when nothing is. */
export function obstacleOf({ text, isBusy, tokens, files = [] }: ComposerFacts): Obstacle | null {
  if (tokens && tokens.used >= tokens.quota && !isBusy) return 'noTokens'
  if (text.trim() === '') return isBusy ? 'writing' : 'empty'
  if (text.trim().length > maxMessageLength) return 'tooLong'
  if (files.some(({ state }) => state === 'reading')) return 'reading'
  return files.some(({ state }) => state === 'error') ? 'refusedFile' : null
}

/** Characters left, negative beyond the limit; null while the limit is far. */
export function charactersLeft(text: string): number | null {
  const left = maxMessageLength - text.trim().length
  return left <= maxMessageLength / 10 ? left : null
}

/** Part of the tokens that is left, from 1 to 0. */
export function tokensLeft({ used, quota }: TokenUsage): number {
  return quota === 0 ? 0 : Math.max(0, 1 - used / quota)
}
