import { describe, expect, it } from 'vitest'
import { outsideAddress, saysPlace } from './outside-address.ts'

describe('outsideAddress', () => {
  it('follows the web and mail', () => {
    expect(outsideAddress('https://A.example:8443/x?y')).toEqual({
      href: 'https://a.example:8443/x?y',
      place: 'a.example:8443',
    })
    expect(outsideAddress('mailto:a@b.example')).toEqual({ href: 'mailto:a@b.example', place: 'a@b.example' })
    expect(outsideAddress('https://\u0430pple.example/')?.place).toBe('xn--pple-43d.example')
    expect(outsideAddress('https://bank.example@evil.example/')?.place).toBe('evil.example')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    'ms-msdt:/id',
    '//evil.example/x',
    '/api/auth/logout',
    '../secret',
    '#top',
    '',
  ])('does not follow %j', (href) => expect(outsideAddress(href)).toBeNull())
})

describe('saysPlace', () => {
  const place = (href: string) => {
    const address = outsideAddress(href)
    if (address === null) throw new Error(href)
    return address
  }
  it('is true only when the words are the address', () => {
    expect(saysPlace('https://a.example/x', place('https://a.example/x'))).toBe(true)
    expect(saysPlace('www.a.example', place('http://www.a.example'))).toBe(true)
    expect(saysPlace('a@b.example', place('mailto:a@b.example'))).toBe(true)
    expect(saysPlace('le guide', place('https://a.example/x'))).toBe(false)
    expect(saysPlace('https://bank.example', place('https://evil.example'))).toBe(false)
    expect(saysPlace('https://bank.example@evil.example', place('https://bank.example@evil.example'))).toBe(
      false,
    )
    expect(saysPlace('https://\u0430pple.example', place('https://\u0430pple.example'))).toBe(false)
  })
})
