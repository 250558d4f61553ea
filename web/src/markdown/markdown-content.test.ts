// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { createElement } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { MarkdownContent } from './markdown-content.tsx'

const show = (text: string) => render(createElement(MarkdownContent, { text, sources: [] })).container

afterEach(cleanup)

describe('MarkdownContent', () => {
  it('shows raw HTML as text', () => {
    const container = show('Bonjour <script>alert(1)</script> <img src="https://x.example/a">')
    expect(container.querySelector('script, img')).toBeNull()
    expect(container.textContent).toContain('Bonjour')
  })

  it('never loads an image: it is a link to follow', () => {
    const container = show('![plan](https://x.example/plan.png?secret=1)')
    expect(container.querySelector('img')).toBeNull()
    expect(container.querySelector('a')?.getAttribute('href')).toBe('https://x.example/plan.png?secret=1')
  })

  it('takes the poison out of links', () => {
    const container = show('[ici](javascript:alert(1))')
    expect(container.querySelector('a')).toBeNull()
    expect(container.textContent).toBe('ici')
  })
})
