import { describe, expect, it } from 'vitest'
import { toPlainLine, toPlainText, toRichText } from './rich-text.ts'

describe('toPlainText', () => {
  it.each([
    ['&#60;p&#62;No tunnel since 9am&#60;/p&#62;', 'No tunnel since 9am'],
    ['&lt;p&gt;R&amp;amp;D&lt;/p&gt;', 'R&D'],
    ['&#38;lt;p&#38;gt;Deux &#38;amp; fois&#38;lt;/p&#38;gt;', 'Deux & fois'],
    ['&amp;lt;p&amp;gt;Reçu par courriel&amp;lt;/p&amp;gt;', 'Reçu par courriel'],
    ['<p>Bonjour,</p><p>Merci<br>Jean</p>', 'Bonjour,\n\nMerci\nJean'],
    ['Line one\nline two', 'Line one\nline two'],
    ['3 < 4 and 5 > 4', '3 < 4 and 5 > 4'],
    ['<p>see <a href="https://evil.example/?t=1">the guide</a></p>', 'see the guide'],
    ['<p><img src="/front/document.send.php?docid=12" alt="x"></p>', '[image]'],
    ['<style>p{color:red}</style><script>alert(1)</script><p>ok</p>', 'ok'],
    ['<h1>Titre</h1><ul><li>un</li><li>deux</li></ul>', 'Titre\n\n- un\n- deux'],
    ['', ''],
  ])('%j', (content, text) => {
    expect(toPlainText(content)).toBe(text)
  })

  it('survives markup nested without end', () => {
    expect(() => toPlainText('<div>'.repeat(50_000))).not.toThrow()
  })
})

describe('toRichText', () => {
  it('escapes everything and keeps paragraphs', () => {
    expect(toRichText('a <b> & "c"\nd\n\ne')).toBe('<p>a &lt;b&gt; &amp; &quot;c&quot;<br>d</p><p>e</p>')
  })

  it.each(['Bonjour\nJean', '<script>alert(1)</script>', "l'été & l'hiver\n\n3 < 4"])(
    'reads back as %j',
    (text) => {
      expect(toPlainText(toRichText(text))).toBe(text)
    },
  )
})

describe('toPlainLine', () => {
  it('decodes once and folds spaces', () => {
    expect(toPlainLine('Root &#62; R&#38;D\n  Lyon')).toBe('Root > R&D Lyon')
  })
})
