import { adResetPassword } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { toolFields } from '../../../calls/tool-fields.ts'
import { emptyTryDraft, readTryDraft } from './try-draft.ts'

const fields = toolFields(adResetPassword)
const read = (part: Partial<typeof emptyTryDraft>) => readTryDraft({ ...emptyTryDraft, ...part }, fields)

describe('the call to try', () => {
  it('takes its arguments from the fields', () => {
    expect(
      read({ typed: { login: 'adm.durand' }, facts: [{ id: 1, key: 'privileged', value: 'true' }] }),
    ).toEqual({
      toolName: emptyTryDraft.toolName,
      arguments: { login: 'adm.durand' },
      target: { privileged: true },
      requester: 'user',
    })
  })

  it('takes them from JSON, which must be an object', () => {
    expect(read({ mode: 'json', json: '{"login":"a","list":[1]}' })?.arguments).toEqual({
      login: 'a',
      list: [1],
    })
    for (const json of ['', '{', '[]', 'null', '3']) expect(read({ mode: 'json', json })).toBeNull()
  })

  it('is made now unless a time is given', () => {
    expect(read({})).not.toHaveProperty('at')
    expect(read({ at: '2026-11-20T23:30' })?.at).toBe(new Date('2026-11-20T23:30').toISOString())
  })
})
