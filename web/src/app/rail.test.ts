// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { toggleRail, usePreferences } from '../stores/preferences.ts'
import { type OpenedPage, openPage } from '../testing/open-page.ts'
import { Rail } from './rail.tsx'

let page: OpenedPage
afterEach(() => {
  if (!usePreferences.getState().isRailOpen) toggleRail()
  return page.close()
})

describe('the rail', () => {
  it('keeps the look of its links when it is folded', async () => {
    page = await openPage({ routes: { '/': Rail }, at: '/', as: 'thomas.bernard' })
    const home = () => screen.getByRole('link', { name: 'Accueil' })
    const looks = () => home().className.split(' ').sort()
    const open = looks()
    screen.getByRole('button', { name: 'Replier le menu' }).click()
    expect(await screen.findByRole('button', { name: 'Déplier le menu' })).toBeTruthy()
    expect(looks()).toEqual(open)
    expect(home().getAttribute('aria-current')).toBe('page')
  })
})
