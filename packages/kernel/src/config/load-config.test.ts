import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadConfig, secretValue } from './load-config.ts'

const Schema = z.object({ JWT_SECRET: secretValue(32), PORT: z.coerce.number().default(3002) })
const strong = 'k3J9-fPq2_Lx8vRz7Tn1mWb6YcD4sHg0'

describe('loadConfig', () => {
  it('names a missing value in one line', () => {
    expect(() => loadConfig(Schema, {})).toThrow('configuration: JWT_SECRET is missing')
    expect(() => loadConfig(Schema, { JWT_SECRET: '' })).toThrow('configuration: JWT_SECRET is missing')
  })

  it.each(['short', 'changeme-changeme-changeme-changeme', 'a'.repeat(40)])(
    'refuses the weak secret %s',
    (weak) => {
      expect(() => loadConfig(Schema, { JWT_SECRET: weak })).toThrow(/^configuration: JWT_SECRET: [^\n]+$/)
    },
  )

  it('never repeats the refused value', () => {
    const attempt = () => loadConfig(Schema, { JWT_SECRET: 'changeme-Xy12345678901234567890123456' })
    expect(attempt).not.toThrow(/Xy123/)
  })

  it('reads a value from a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'hub-config-')), 'jwt')
    writeFileSync(file, `${strong}\n`)
    expect(loadConfig(Schema, { JWT_SECRET_FILE: file })).toEqual({ JWT_SECRET: strong, PORT: 3002 })
  })

  it('names an unreadable file', () => {
    expect(() => loadConfig(Schema, { JWT_SECRET_FILE: '/nonexistent/jwt' })).toThrow('JWT_SECRET_FILE')
  })
})
