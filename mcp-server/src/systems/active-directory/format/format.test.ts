import { describe, expect, it } from 'vitest'
import { commonName, containerPath, domainOf, parseDn } from './distinguished-name.ts'
import { fileTimeToInstant, generalizedTimeToInstant } from './file-time.ts'
import { printGuid, printSid, siblingSid } from './identifiers.ts'

describe('file times', () => {
  it.each([
    ['134116992000000000', '2026-01-01T00:00:00.000Z'],
    ['0', null],
    ['9223372036854775807', null],
    ['', null],
    ['-1', null],
    [null, null],
  ])('%s is %s', (text, instant) => {
    expect(fileTimeToInstant(text)).toBe(instant)
  })

  it('reads generalized times', () => {
    expect(generalizedTimeToInstant('20260112093000.0Z')).toBe('2026-01-12T09:30:00.000Z')
    expect(generalizedTimeToInstant('yesterday')).toBeNull()
  })
})

describe('identifiers', () => {
  it('prints a GUID with its first groups reversed', () => {
    const bytes = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
    expect(printGuid(bytes)).toBe('33221100-5544-7766-8899-aabbccddeeff')
  })

  it('prints a SID and its sibling', () => {
    const sid = Buffer.from('0105000000000005150000001500000016000000170000000a020000', 'hex')
    expect(printSid(sid)).toBe('S-1-5-21-21-22-23-522')
    expect(printSid(siblingSid(sid, 513))).toBe('S-1-5-21-21-22-23-513')
  })
})

describe('distinguished names', () => {
  const dn = 'CN=Dupont\\, Jean \\C3\\A9\\2B\\\\,OU=R&D\\=Lyon,OU=Clients,DC=widip,DC=lan'

  it('reads escapes', () => {
    expect(parseDn(dn)[0]).toEqual({ type: 'CN', value: 'Dupont, Jean é+\\' })
    expect(commonName(dn)).toBe('Dupont, Jean é+\\')
    expect(containerPath(dn)).toBe('Clients / R&D=Lyon')
    expect(domainOf(dn)).toBe('DC=widip,DC=lan')
  })
})
