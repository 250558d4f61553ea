import { describe, expect, it } from 'vitest'
import { generatePassword } from './generate-password.ts'

const many = (options: Parameters<typeof generatePassword>[0]) =>
  Array.from({ length: 500 }, () => generatePassword(options))

describe('generatePassword', () => {
  it('has 16 characters of four classes, none easily mistaken', () => {
    for (const password of many({ minLength: 8, names: ['jean.dupont'] })) {
      expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*[2-9])(?=.*[!#$%*+\-=?@_]).{16}$/)
      expect(password).not.toMatch(/[0O1lI|"'`\\&<>]/)
    }
  })

  it('follows a longer minimum', () => {
    expect(generatePassword({ minLength: 24, names: [] })).toHaveLength(24)
  })

  it('holds no part of a name, whatever the case', () => {
    const names = ['abc', 'xyz.def', 'Ghk Mnp']
    for (const password of many({ minLength: 60, names })) {
      expect(password).not.toMatch(/abc|xyz|def|ghk|mnp/i)
    }
  })

  it('is never the same', () => {
    expect(new Set(many({ minLength: 16, names: [] })).size).toBe(500)
  })
})
