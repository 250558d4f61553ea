// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { type OpenedPage, openPage } from '../../../testing/open-page.ts'
import { HistoryPage } from '../index.ts'
import { historyCsvPath, readFilters } from './history-query.ts'

let page: OpenedPage
const open = async (search = '') => {
  page = await openPage({
    routes: { '/safeguard/history': HistoryPage },
    at: `/safeguard/history${search}`,
    as: 'thomas.bernard',
  })
  await screen.findByRole('table')
}
const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1)
const states = () => new Set(rows().map((row) => within(row).getAllByRole('cell')[0]?.textContent))

describe('the filters of the history', () => {
  it('leaves out what is not a state of a decided request', () => {
    expect(readFilters(new URLSearchParams('state=pending&q=%20&tool=x')).state).toBeUndefined()
    expect(readFilters(new URLSearchParams('state=failed&q=%20a%20'))).toEqual({
      state: 'failed',
      q: 'a',
      tool: undefined,
      breakGlass: undefined,
      cursor: undefined,
    })
    expect(readFilters(new URLSearchParams('breakGlass=unreviewed')).breakGlass).toBe('unreviewed')
  })
})

describe('the table to download', () => {
  it('is of the same filters, from the first page on', () => {
    const filters = readFilters(new URLSearchParams('state=failed&q=a%20b&breakGlass=any&cursor=40'))
    expect(historyCsvPath(filters)).toBe('/api/safeguard/history.csv?state=failed&q=a+b&breakGlass=any')
    expect(historyCsvPath(readFilters(new URLSearchParams()))).toBe('/api/safeguard/history.csv')
  })
})

describe('the history', () => {
  afterEach(() => page.close())

  it('keeps the chosen state in the address and shows only that state', async () => {
    await open()
    fireEvent.change(screen.getByRole('combobox', { name: 'État' }), { target: { value: 'rejected' } })
    await waitFor(() => expect(states()).toEqual(new Set(['Rejetée'])))
    expect(page.place()).toBe('/safeguard/history?state=rejected')
  })

  it('finds by text and says when nothing matches', async () => {
    await open('?q=alice.durand')
    expect(rows().every((row) => row.textContent?.includes('alice.durand'))).toBe(true)
    fireEvent.change(screen.getByRole('searchbox', { name: 'Texte' }), { target: { value: 'introuvable' } })
    await screen.findByText('Aucune demande décidée ne correspond')
    expect(page.place()).toBe('/safeguard/history?q=introuvable')
  })

  it('goes to older requests and back', async () => {
    await open()
    const newest = rows()[0]?.textContent
    fireEvent.click(screen.getByRole('button', { name: 'Plus anciennes' }))
    await screen.findByText('Page 2')
    await waitFor(() => expect(rows()[0]?.textContent).not.toBe(newest))
    fireEvent.click(screen.getByRole('button', { name: 'Plus récentes' }))
    await waitFor(() => expect(rows()[0]?.textContent).toBe(newest))
  })
})
