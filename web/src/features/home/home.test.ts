// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { type OpenedPage, openPage } from '../../testing/open-page.ts'
import { HomePage } from './index.ts'

let page: OpenedPage
const open = async (as: string) => {
  page = await openPage({ routes: { '/': HomePage }, at: '/', as })
}
const part = (name: string) => screen.findByRole('region', { name })

afterEach(() => page.close())

describe('the home page', () => {
  it('starts with what the reader can decide, the most urgent first', async () => {
    await open('thomas.bernard')
    const rows = await within(await part('Attend votre décision')).findAllByRole('listitem')
    expect(rows.map((row) => row.textContent?.match(/jean.dupont|marie.lefevre|1198/)?.[0])).toEqual([
      'marie.lefevre',
      'jean.dupont',
      '1198',
    ])
  })

  it('follows the own requests of a person who may not decide', async () => {
    await open('lea.martin')
    expect(await screen.findByText(/Votre accréditation ne permet pas de décider/)).toBeTruthy()
    expect(await part('Vos demandes en attente')).toBeTruthy()
  })

  it('names each dependency with its state, latency and, when it is not well, since when', async () => {
    await open('thomas.bernard')
    const health = await part('Dépendances')
    const slow = (await within(health).findAllByRole('listitem')).find((item) =>
      item.textContent?.includes('Observium'),
    )
    expect(slow?.textContent?.replace(/\s/g, ' ')).toMatch(/lent.*1 900 ms.*depuis .*\d+:\d\d/)
  })

  it('shows what is not set up as neutral, without an alarm', async () => {
    await open('thomas.bernard')
    const health = await part('Dépendances')
    const mail = (await within(health).findAllByRole('listitem')).find((item) =>
      item.textContent?.includes('Messagerie'),
    )
    expect(mail?.textContent).toContain('non configuré')
    expect(mail?.textContent).not.toMatch(/ms|injoignable/)
    expect(mail?.innerHTML).not.toMatch(/danger|warning/)
  })

  it('gives each count its period', async () => {
    await open('thomas.bernard')
    const tile = await screen.findByRole('link', { name: /SAFEGUARD.*maintenant.*3.*à décider/ })
    expect(tile.getAttribute('href')).toBe('/safeguard')
  })
})
