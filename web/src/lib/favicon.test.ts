import { describe, expect, it } from 'vitest'
import { faviconWith } from './favicon.ts'

const svgOf = (count: number) => decodeURIComponent(faviconWith(count).replace('data:image/svg+xml,', ''))

describe('the icon of the tab', () => {
  it('is the plain one while nothing waits', () => {
    expect(faviconWith(0)).toBe('/favicon.svg')
  })

  it('carries the number that waits, and no more than it can show', () => {
    expect(svgOf(2)).toContain('>2</text>')
    expect(svgOf(9)).toContain('>9</text>')
    expect(svgOf(10)).toContain('>9+</text>')
  })
})
