// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { createElement } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { type OpenedPage, openPage } from '../../testing/open-page.ts'
import { LoginPage } from './index.ts'

let page: OpenedPage
const Inside = () => createElement('p', null, 'inside')
const open = async (at: string) => {
  page = await openPage({ routes: { '/login': LoginPage, '/safeguard/:id': Inside, '/': Inside }, at })
}
const signIn = (password: string) => {
  fireEvent.change(screen.getByLabelText('Identifiant'), { target: { value: 'thomas.bernard' } })
  fireEvent.change(screen.getByLabelText('Mot de passe'), { target: { value: password } })
  fireEvent.click(screen.getByRole('button', { name: 'Se connecter' }))
}

afterEach(() => page.close())

describe('the sign-in page', () => {
  it('says what the server says about a wrong password', async () => {
    await open('/login')
    signIn('faux')
    expect((await screen.findByRole('alert')).textContent).toBe('Identifiant ou mot de passe incorrect.')
  })

  it('goes back to the place that asked for it', async () => {
    await open('/login?next=%2Fsafeguard%2FAPR-1')
    signIn(page.mock.password)
    await screen.findByText('inside')
    expect(page.place()).toBe('/safeguard/APR-1')
  })

  it('never leads to another site', async () => {
    await open('/login?next=%2F%2Fevil.example')
    signIn(page.mock.password)
    await screen.findByText('inside')
    expect(page.place()).toBe('/')
  })

  it('shows the wait of a rate limit and blocks the button meanwhile', async () => {
    await open('/login')
    signIn('trop')
    expect((await screen.findByRole('alert')).textContent).toMatch(/dans 42 secondes/)
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Se connecter' })
    await waitFor(() => expect(button.disabled).toBe(true))
  })

  it('offers the people of the demonstration', async () => {
    await open('/login')
    fireEvent.click(await screen.findByRole('button', { name: /Thomas Bernard/ }))
    await screen.findByText('inside')
  })
})
