import { adResetPassword } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { emptyGrantDraft, type GrantDraft, readDraft } from './grant-draft.ts'

const now = new Date('2026-11-20T10:00:00.000Z')
const myId = '3f0a5d0e-8f0c-4b93-9c1a-111111111111'
const read = (part: Partial<GrantDraft>) =>
  readDraft(
    {
      ...emptyGrantDraft('ad_reset_password', now),
      facts: [{ id: 1, key: 'clientName', value: 'EHPAD Les Jardins' }],
      reason: 'Le support réinitialise chaque nuit.',
      ...part,
    },
    { tool: adResetPassword, myId },
  )

describe('the draft of a grant', () => {
  it('becomes the body of the request', () => {
    const { input, wrong } = read({ typed: { unlock: 'false' } })
    expect(wrong).toEqual([])
    expect(input).toMatchObject({
      scope: {
        toolName: 'ad_reset_password',
        requester: 'workflow:support',
        arguments: { unlock: false },
        target: { clientName: 'EHPAD Les Jardins' },
        targetIds: [],
      },
      maxUses: 20,
    })
    const days = (Date.parse(input?.expiresAt ?? '') - now.getTime()) / 86_400_000
    expect(days).toBeGreaterThan(29.9)
    expect(days).toBeLessThan(30)
  })

  it('names whose requests it answers', () => {
    expect(read({ kind: 'me' }).input?.scope.requester).toBe(`user:${myId}`)
    expect(read({ kind: 'colleague' }).wrong).toEqual(['scope.requester'])
    expect(read({ workflow: 'Nuit !' }).wrong).toEqual(['scope.requester'])
  })

  it('needs a fact of the target, or the targets themselves', () => {
    expect(read({ facts: [] }).wrong).toEqual(['scope.target'])
    expect(read({ facts: [], targetIds: 'a-1\n a-2 ' }).input?.scope.targetIds).toEqual(['a-1', 'a-2'])
  })

  it('tells every field that is not right', () => {
    const { wrong } = read({ reason: 'court', maxUses: '0', expiresAt: '' })
    expect(wrong).toEqual(['reason', 'maxUses', 'expiresAt'])
  })
})
