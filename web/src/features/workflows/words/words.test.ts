import { describe, expect, it } from 'vitest'
import { workflowSteps as en } from '../../../i18n/en/workflow-steps.ts'
import { workflowSteps as fr } from '../../../i18n/fr/workflow-steps.ts'
import { keyOf, readableOf, readStepName } from './step-name.ts'
import { formatStepTime } from './step-time.ts'
import { whyOf } from './why.ts'

describe('the name of a step', () => {
  it('is found in the catalogue however it is written', () => {
    for (const name of ['read ticket', 'read-ticket', 'readTicket', 'Read_Ticket'])
      expect(keyOf(name)).toBe('read_ticket')
  })

  it('tells the parts of an act apart', () => {
    expect(readStepName('reset password: decision')).toEqual({
      key: 'reset_password',
      readable: 'Reset password',
      part: 'decision',
    })
    expect(readStepName('unlock').part).toBeNull()
    expect(readStepName('public followup: ask_who: still free')).toMatchObject({
      key: 'public_followup_ask_who',
      part: 'still_free',
    })
  })

  it('is readable when the catalogue lacks it', () => {
    expect(readableOf('gatherSpareParts')).toBe('Gather spare parts')
    expect(readableOf('ask_who')).toBe('Ask who')
  })

  it('has keys in the catalogue that a name can lead to', () => {
    for (const { step } of [fr, en]) for (const key of Object.keys(step)) expect(keyOf(key)).toBe(key)
  })
})

describe('why something failed', () => {
  it('is told in words of ours when the outside was at fault, with the name of the system', () => {
    expect(whyOf({ reason: 'upstream.unreachable', message: 'GLPI is unreachable' })).toEqual({
      kind: 'unreachable',
      system: 'GLPI',
    })
    expect(whyOf({ reason: 'upstream.busy', message: 'no', params: { system: 'Observium' } })).toEqual({
      kind: 'busy',
      system: 'Observium',
    })
    expect(whyOf({ reason: 'upstream.not_json', message: 'Something answered' })).toEqual({
      kind: 'odd',
      system: null,
    })
  })

  it('is what was said when it is anything else', () => {
    expect(whyOf({ reason: 'ad.user_not_found', message: 'No such account' })).toEqual({
      kind: 'said',
      message: 'No such account',
    })
    expect(whyOf({ reason: 'run.fault', message: 'x' })).toEqual({ kind: 'fault' })
  })
})

it.each([
  [0, '0 ms'],
  [412, '412 ms'],
  [1_240, '1,2 s'],
  [75_000, '1 min 15 s'],
])('writes %i ms as a time that a step took', (ms, words) => {
  expect(formatStepTime(ms, 'fr').replaceAll('\u00a0', ' ')).toBe(words)
})
