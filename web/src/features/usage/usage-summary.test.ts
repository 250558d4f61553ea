// @vitest-environment jsdom
import type { ChatUsage } from '@hub/contracts'
import { cleanup, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startI18n } from '../../i18n/setup.ts'
import { UsageSummary } from './usage-summary.tsx'

const spent = {
  answers: 1,
  promptTokens: 90,
  completionTokens: 10,
  estimatedAnswers: 0,
  estimatedTokens: 0,
}
const usage: ChatUsage = {
  from: '2026-11-01',
  to: '2026-11-20',
  items: [{ ...spent, day: '2026-11-03', mode: 'flash', provider: 'ollama', model: 'qwen3:8b' }],
  total: spent,
  month: null,
}
const open = (isOld: boolean) => {
  render(createElement(UsageSummary, { usage, person: 'all', isOld }))
  return screen.getByRole<HTMLButtonElement>('button', { name: /CSV/ })
}

describe('the table of a period', () => {
  beforeAll(async () => {
    document.documentElement.lang = 'fr'
    await startI18n()
  })
  afterEach(cleanup)

  it('is saved once its rows are those of the person who is chosen', () => {
    expect(open(false).disabled).toBe(false)
    cleanup()
    expect(open(true).disabled).toBe(true)
  })
})
