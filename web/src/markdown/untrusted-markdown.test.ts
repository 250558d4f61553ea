// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { createElement } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { TooltipProvider } from '../ui/tooltip.tsx'
import { MarkdownContent } from './markdown-content.tsx'

const show = (text: string) =>
  render(createElement(TooltipProvider, null, createElement(MarkdownContent, { text, sources: [] })))
    .container
const active =
  'script, style, link, meta, base, img, svg:not(.lucide), iframe, object, embed, video, audio, form, [style*="url("], [id]'

afterEach(cleanup)

describe('untrusted markdown', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<iframe src="https://evil.example"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<div style="background:url(https://evil.example)" onclick="alert(1)">x</div>',
    '<style>body{display:none}</style>',
    '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example">',
    '<form action="https://evil.example"><input name=a></form>',
    '![x](https://evil.example/a.png)',
    '![x][i]\n\n[i]: https://evil.example/a.png',
    '```html\n<script>alert(1)</script>\n```',
    '```mermaid\ngraph TD; click A "javascript:alert(1)"\n```',
    '- ```html\n  <img src=x onerror=alert(1)>\n  ```',
    '[^1]\n\n[^1]: <img src=x>',
    '<!--\n\n--> <script>alert(1)</script>',
    '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
  ])('has nothing that acts: %j', (text) => {
    const container = show(text)
    expect(container.querySelector(active)).toBeNull()
    for (const element of container.querySelectorAll('*'))
      expect(element.getAttributeNames().filter((name) => name.startsWith('on'))).toEqual([])
  })

  it.each([
    '[ici](javascript:alert(1))',
    '[ici](<java\tscript:alert(1)>)',
    '[ici](JAVASCRIPT&colon;alert(1))',
    '[ici](&#106;avascript:alert(1))',
    '[ici](data:text/html;base64,PHNjcmlwdD4=)',
    '[ici](vbscript:msgbox(1))',
    '[ici](//evil.example)',
    '[ici](/api/auth/logout)',
    '[ici][a]\n\n[a]: javascript:alert(1)',
    '<javascript:alert(1)>',
    '![ici](data:image/svg+xml,<svg/onload=alert(1)>)',
  ])('follows no address but the web and mail: %j', (text) => {
    expect(show(text).querySelector('a')).toBeNull()
  })

  it('says where a link leads, and opens it beside', () => {
    const container = show('[https://banque.example](https://evil.example/x) et https://ok.example/y')
    const [trap, plain] = container.querySelectorAll('a')
    expect(trap?.textContent).toBe('https://banque.example (evil.example)')
    expect(plain?.textContent).toBe('https://ok.example/y')
    for (const link of [trap, plain]) {
      expect(link?.target).toBe('_blank')
      expect(link?.rel).toBe('noreferrer noopener')
    }
  })

  it('shows an image as a link with its host', () => {
    expect(show('![plan](https://evil.example/a.png)').querySelector('a')?.textContent).toBe(
      'plan (evil.example)',
    )
  })

  it('shows the characters that turn text around', () => {
    expect(show('facture\u202Efdp.exe').textContent).toBe('facture‹U+202E›fdp.exe')
    expect(show('```sh\nrm \u2066x\n```').querySelector('pre')?.textContent?.trim()).toBe('rm ‹U+2066›x')
  })

  it('names no class but the language of a block', () => {
    const block = show('```fixed" onclick="alert(1)\nx\n```').querySelector('code')
    expect(block?.getAttributeNames().filter((name) => name !== 'class')).toEqual([])
  })

  const deep = 10_000
  it.each([
    ['>', '>'.repeat(deep)],
    ['> ', '> '.repeat(deep)],
    ['[', '['.repeat(deep)],
    ['[]', '['.repeat(deep) + ']'.repeat(deep)],
    ['[a](', '[a]('.repeat(deep)],
    ['- ', `${'- '.repeat(deep)}a`],
    ['1. ', `${'1. '.repeat(deep)}a`],
    ['**a ', '**a '.repeat(deep) + 'a** '.repeat(deep)],
    ['*a_ ', '*a_ '.repeat(deep)],
    ['*', `${'*'.repeat(deep)}a${'*'.repeat(deep)}`],
    ['indent', Array.from({ length: 200 }, (_, rank) => `${' '.repeat(2 * rank)}- a`).join('\n')],
    ['~~', '~~a '.repeat(deep)],
    ['|', `${'|'.repeat(deep)}\n${'|-'.repeat(deep)}|\n`],
    ['http://', 'http://'.repeat(deep)],
    ['[^a]: ', '[^a]: '.repeat(deep)],
    ['[a]: b', '[a]: b\n'.repeat(deep)],
    ['<a', '<a '.repeat(deep)],
  ])('does not hang on thousands of %s', (_, text) => {
    const begun = performance.now()
    expect(show(text).textContent).not.toBe('')
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})
