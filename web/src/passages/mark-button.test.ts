// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startI18n } from '../i18n/setup.ts'
import { fillBrowserGaps } from '../testing/browser-gaps.ts'
import { MarkButton } from './mark-button.tsx'

const submit = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Signaler' })
const write = (note: string) =>
  fireEvent.change(screen.getByLabelText('Ce qu’il devrait dire'), { target: { value: note } })

describe('reporting a passage', () => {
  beforeAll(async () => {
    fillBrowserGaps()
    document.documentElement.lang = 'fr'
    await startI18n()
  })
  beforeEach(() => {
    const button = createElement(MarkButton, { chunkId: 'c', heading: 'File' })
    render(createElement(QueryClientProvider, { client: new QueryClient() }, button))
    fireEvent.click(screen.getByRole('button', { name: /^Signaler ce passage/ }))
  })
  afterEach(cleanup)

  it('takes a few words', () => {
    write('ab')
    expect(submit().disabled).toBe(true)
    write('Le service a changé de nom.')
    expect(submit().disabled).toBe(false)
  })

  it('says why a note is not taken that holds a password', () => {
    write('Mot de passe : Zorglub#2026')
    expect(submit().disabled).toBe(true)
    expect(screen.getByText(/ressemble à un mot de passe/)).toBeTruthy()
  })
})
