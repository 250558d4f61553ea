import { adResetPassword, glpiAddFollowup } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { readFacts, readScalar } from './read-facts.ts'
import { readArguments, toolFields } from './tool-fields.ts'

describe('the fields of a tool', () => {
  it('follow its schema, without what the Hub sets itself', () => {
    const fields = toolFields(adResetPassword)
    expect(fields.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
      ['login', 'text', true],
      ['ticketId', 'integer', false],
      ['mustChangeAtNextLogon', 'boolean', false],
      ['unlock', 'boolean', false],
    ])
    expect(fields[2]?.defaultValue).toBe('true')
    expect(toolFields(glpiAddFollowup).map(({ name }) => name)).not.toContain('idempotencyKey')
  })

  it('become arguments of their kind, and only those that were filled in', () => {
    const typed = { login: ' jean.dupont ', ticketId: '1234', unlock: 'false', mustChangeAtNextLogon: '' }
    expect(readArguments(toolFields(adResetPassword), typed)).toEqual({
      login: 'jean.dupont',
      ticketId: 1234,
      unlock: false,
    })
  })

  it('keep a wrong number as it was typed, for the server to refuse', () => {
    expect(readArguments(toolFields(adResetPassword), { ticketId: '12a' })).toEqual({ ticketId: '12a' })
  })
})

describe('typed facts', () => {
  it('have the kind of the fact where it is known', () => {
    expect(readScalar('clientName', '42')).toBe('42')
    expect(readScalar('privileged', 'false')).toBe(false)
    expect(readScalar('deviceCount', '11')).toBe(11)
  })

  it('are read as they look where it is not, and as text in quotes', () => {
    expect(readScalar('site', ' true ')).toBe(true)
    expect(readScalar('site', '12.5')).toBe(12.5)
    expect(readScalar('site', '"12"')).toBe('12')
    expect(readScalar('site', 'Lyon')).toBe('Lyon')
  })

  it('leave out rows that are not complete', () => {
    const facts = [
      { id: 1, key: ' vip ', value: 'true' },
      { id: 2, key: 'site', value: ' ' },
      { id: 3, key: '', value: 'x' },
    ]
    expect(readFacts(facts)).toEqual({ vip: true })
  })
})
