// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createElement, useState } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startI18n } from '../i18n/setup.ts'
import { areInOrder, type CalendarDays } from '../lib/calendar-days.ts'
import { PeriodChoice } from './period-choice.tsx'

type Period = 'week' | CalendarDays
const week = { from: '2026-11-14', to: '2026-11-20' }
const other = { from: '2026-10-01', to: '2026-10-31' }
let go: (period: Period) => void

function Page() {
  const [period, setPeriod] = useState<Period>('week')
  go = setPeriod
  return createElement(PeriodChoice<'week'>, {
    ready: period === 'week' ? period : null,
    options: [{ value: 'week', label: 'Semaine' }],
    days: period === 'week' ? week : period,
    isAllowed: areInOrder,
    limit: 'Dans l’ordre.',
    onReady: setPeriod,
    onDays: setPeriod,
  })
}

const chosen = () => screen.getByRole('radio', { checked: true }).textContent
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)

describe('the period of a page', () => {
  beforeAll(async () => {
    document.documentElement.lang = 'fr'
    await startI18n()
  })
  beforeEach(() => void render(createElement(Page)))
  afterEach(cleanup)

  it('is a ready one, or two days that begin with what is shown', () => {
    expect(chosen()).toBe('Semaine')
    expect(screen.queryByLabelText('Du')).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: 'Autre' }))
    expect([field('Du').value, field('Au').value]).toEqual([week.from, week.to])
    fireEvent.change(field('Du'), { target: { value: '2026-11-30' } })
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Afficher' }).disabled).toBe(true)
    expect(screen.getByText('Dans l’ordre.')).toBeTruthy()
    fireEvent.change(field('Du'), { target: { value: '2026-11-01' } })
    fireEvent.click(screen.getByRole('button', { name: 'Afficher' }))
    expect(chosen()).toBe('Autre')
    expect(field('Du').value).toBe('2026-11-01')
  })

  it('is what the address says, however the reader came there', () => {
    act(() => go(other))
    expect(chosen()).toBe('Autre')
    expect([field('Du').value, field('Au').value]).toEqual([other.from, other.to])
    act(() => go({ ...other, to: '2026-10-15' }))
    expect(field('Au').value).toBe('2026-10-15')
    fireEvent.click(screen.getByRole('button', { name: 'Afficher' }))
    act(() => go('week'))
    expect(chosen()).toBe('Semaine')
    expect(screen.queryByLabelText('Du')).toBeNull()
  })
})
