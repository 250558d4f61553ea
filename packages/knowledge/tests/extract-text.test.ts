import { describe, expect, it } from 'vitest'
import { extractText } from '../src/index.ts'
import { docxFile, pdfFile, pdfOfPages } from './files.ts'

const read = (name: string, content: Uint8Array | string, options = {}) =>
  extractText({ name, bytes: typeof content === 'string' ? Buffer.from(content) : content }, options)
const problem = (reason: string) => ({ name: 'DocumentProblem', code: 'VALIDATION', reason })

describe('extractText', () => {
  it('reads a PDF page by page', async () => {
    const info = { Title: 'Guide du VPN' }
    const bytes = await pdfOfPages(['Ouvrir le client été', '# Appeler jean_dupont <b>vite</b>'], { info })
    expect(await read('guide.pdf', bytes)).toEqual({
      text: '## page 1\n\nOuvrir le client été\n\n## page 2\n\n\\# Appeler jean_dupont \\<b>vite\\</b>',
      title: 'Guide du VPN',
      pages: 2,
      truncated: false,
      format: 'pdf',
    })
  })

  it('reads a Word document with its headings and tables', async () => {
    const table = [
      ['Nom', 'Adresse'],
      ['SWITCH-CLIN_001', '10.0.0.1'],
    ]
    const bytes = await docxFile({
      title: 'Parc',
      heading: 'Commutateurs',
      paragraphs: ['net stop <service> et jean_dupont@a.fr'],
      table,
    })
    expect(await read('parc.docx', bytes)).toEqual({
      text: [
        '# Commutateurs',
        'net stop \\<service> et jean_dupont@a.fr',
        '| Nom             | Adresse  |\n| --------------- | -------- |\n| SWITCH-CLIN_001 | 10.0.0.1 |',
      ].join('\n\n'),
      title: 'Parc',
      truncated: false,
      format: 'docx',
    })
  })

  it('reads HTML without what could act or load', async () => {
    const html = `<html><head><title>T &amp; é</title><style>p{}</style></head><body onload="x()">
      <script>alert(1)</script><h1>Un</h1><p onclick="x()">deux <img src="http://e.example/x.png" alt="logo">
      <a href="javascript:x()">lien</a> <a href="https://a.example">site</a></p>
      <iframe src="http://e.example"></iframe><pre>a_b &lt; c</pre></body></html>`
    const { text, title } = await read('page.html', html)
    expect(title).toBe('T & é')
    expect(text).toBe('# Un\n\ndeux logo lien site (https://a.example)\n\n```\na_b < c\n```')
  })

  it('reads Markdown without HTML, images and hidden links', async () => {
    const source = '# Titre\n\n<b>un</b> ![x](http://e.example/p.png) [y](javascript:z)\n\n- a\n- b'
    expect(await read('a.md', source)).toEqual({
      text: '# Titre\n\nun x y\n\n- a\n- b',
      title: 'Titre',
      truncated: false,
      format: 'markdown',
    })
  })

  it.each([
    ['a.csv', 'nom;ip\nposte;10.0.0.1', 'csv'],
    ['a.log', '12:00 <error> 0x80070005', 'log'],
    ['a.txt', 'bonjour', 'text'],
    ['donnees.json', '{"a": 1}', 'text'],
  ])('leaves %s as it is written', async (name, text, format) => {
    expect(await read(name, `\ufeff${text}\r\n`)).toEqual({ text, truncated: false, format })
  })

  it.each([
    ['UTF-16 with a mark', Buffer.from('\ufeffl’été à l’hôpital', 'utf16le')],
    ['UTF-16 without one', Buffer.from('l’été à l’hôpital', 'utf16le')],
    ['Windows 1252', Buffer.from('l\x92été à l\x92hôpital', 'latin1')],
    ['UTF-8', Buffer.from('l’été à l’hôpital')],
  ])('reads text in %s', async (_, bytes) => {
    expect((await read('a.txt', bytes)).text).toBe('l’été à l’hôpital')
  })

  it('believes the encoding that a page declares', async () => {
    const html = Buffer.from('<meta charset="iso-8859-15"><p>10 \xa4 l\'\xbduvre</p>', 'latin1')
    expect((await read('a.html', html)).text).toBe("10 € l'œuvre")
  })

  it('takes the word of the bytes before that of the name', async () => {
    const pdf = await pdfOfPages(['page'])
    expect((await read('a.txt', pdf)).format).toBe('pdf')
    await expect(read('a.pdf', 'bonjour')).rejects.toMatchObject(problem('document.damaged'))
    const bytes = Buffer.from('<p>un</p>')
    expect((await extractText({ bytes, name: 'sans-nom', mediaType: 'text/html; charset=utf-8' })).text).toBe(
      'un',
    )
  })

  it('stops at the number of characters asked for', async () => {
    expect(await read('a.txt', 'mot '.repeat(100), { maxChars: 10 })).toMatchObject({
      text: 'mot mot mo',
      truncated: true,
    })
    const pdf = await pdfOfPages(['un '.repeat(50), 'deux', 'trois'])
    expect(await read('a.pdf', pdf, { maxChars: 60 })).toMatchObject({ truncated: true, pages: 3 })
  })

  it('says what is wrong with a file', async () => {
    const locked = await pdfFile((pdf) => pdf.text('secret'), { userPassword: 'x' })
    await expect(read('a.pdf', locked)).rejects.toMatchObject(problem('document.encrypted'))
    const scan = await pdfFile((pdf) => pdf.rect(10, 10, 50, 50).fill('red'))
    await expect(read('a.pdf', scan)).rejects.toMatchObject(problem('document.no_text_layer'))
    const compound = Buffer.concat([
      Buffer.from('d0cf11e0', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    await expect(read('a.docx', compound)).rejects.toMatchObject(problem('document.encrypted'))
    await expect(read('a.doc', compound.subarray(0, 20))).rejects.toMatchObject(
      problem('document.unknown_format'),
    )
    await expect(read('a.txt', '')).rejects.toMatchObject(problem('document.empty'))
    await expect(read('a.html', '<script>x</script>')).rejects.toMatchObject(problem('document.empty'))
    await expect(read('a.txt', Buffer.from([1, 2, 0, 200]))).rejects.toMatchObject(
      problem('document.encoding'),
    )
  })

  it('stops when the caller leaves', async () => {
    const signal = AbortSignal.timeout(100)
    await expect(read('a.md', '>'.repeat(100_000), { signal })).rejects.toMatchObject({
      name: 'TimeoutError',
    })
  })
})
