import { expect, it } from 'vitest'
import { escapeHtml } from './escape-html.ts'

it('leaves no character that HTML reads', () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp; é</a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp; é&lt;/a&gt;',
  )
})
