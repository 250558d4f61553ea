import { describe, expect, it } from 'vitest'
import { groupSecret, qrPath } from './qr-path.ts'

const uri = 'otpauth://totp/Hub:mmartin?issuer=Hub&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&digits=6'

describe('qrPath', () => {
  it('draws squares inside a quiet zone of four units', () => {
    const { path, size } = qrPath(uri)
    const squares = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)])
    expect(squares.length).toBeGreaterThan(400)
    expect(Math.min(...squares.flat())).toBe(4)
    expect(Math.max(...squares.flat())).toBe(size - 5)
  })

  it('has the position mark of a QR code in its corner', () => {
    const { path } = qrPath(uri)
    for (const [x, y] of [
      [4, 4],
      [10, 4],
      [4, 10],
      [7, 7],
    ])
      expect(path).toContain(`M${x} ${y}h`)
    expect(path).not.toContain('M5 5h')
  })
})

describe('groupSecret', () => {
  it('keeps every character', () => {
    expect(groupSecret('ABCDEFGHIJ')).toBe('ABCD EFGH IJ')
  })
})
