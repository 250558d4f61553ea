import { describe, expect, it } from 'vitest'
import { LdapError } from '../protocol/ldap-error.ts'
import { dnKey, formatDn, parentDn, parseDn } from './distinguished-name.ts'

describe('distinguished names', () => {
  it.each([
    ['CN=Dupont\\, Jean,DC=x', 'Dupont, Jean'],
    ['CN="Dupont, Jean",DC=x', 'Dupont, Jean'],
    ['CN=\\C3\\A9lodie,DC=x', 'élodie'],
    ['cn = é\u{1F600}\\+\\#1 ,DC=x', 'é\u{1F600}+#1'],
    ['CN=\\ x\\ ,DC=x', ' x '],
    ["CN=Arnaud & Roche (l'étude),DC=x", "Arnaud & Roche (l'étude)"],
  ])('reads %s', (text, value) => {
    expect(parseDn(text)[0]?.value).toBe(value)
    expect(parseDn(formatDn(parseDn(text)))).toEqual(
      parseDn(text).map(({ type, value }) => ({ type: type.toUpperCase(), value })),
    )
  })

  it('gives one key to names that differ in case, spacing or escaping', () => {
    const keys = ['CN=A\\,b,DC=x', 'cn=a\\2CB , dc=X', 'CN="a,b";DC=x'].map((text) => dnKey(text))
    expect(new Set(keys).size).toBe(1)
    expect(dnKey('CN=a\\,DC=x')).not.toBe(dnKey('CN=a,DC=x'))
  })

  it('knows the parent and the empty name', () => {
    expect(parentDn('CN=a\\,b,OU=c,DC=x')).toBe('OU=c,DC=x')
    expect(parseDn('')).toEqual([])
  })

  it.each(['x', 'CN=', '=x', 'CN=a,,DC=x', '1a=b'])('refuses %s', (text) => {
    expect(() => parseDn(text)).toThrow(LdapError)
  })
})
