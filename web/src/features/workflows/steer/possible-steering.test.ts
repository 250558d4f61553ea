import type { RunCommand, RunState } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { steeringOf } from './possible-steering.ts'

const of = (state: RunState, kind?: string, commands: RunCommand[] = []) =>
  steeringOf({ state, waitingFor: kind === undefined ? null : { kind }, commands })

describe('what can be done with a run', () => {
  it('is stopping and taking over while it goes on', () => {
    for (const state of ['queued', 'running', 'waiting', 'parked'] as const)
      expect(of(state)).toMatchObject({ canCancel: true, canHandOver: true, canRetryFrom: false })
    for (const state of ['done', 'failed', 'cancelled', 'handed_over'] as const)
      expect(of(state)).toMatchObject({ canCancel: false, canHandOver: false, canRetryFrom: true })
  })

  it('is another try where one makes sense', () => {
    expect(of('parked').canRetry).toBe(true)
    expect(of('failed').canRetry).toBe(true)
    expect(of('waiting', 'retry').canRetry).toBe(true)
    expect(of('waiting', 'approval').canRetry).toBe(false)
    expect(of('running').canRetry).toBe(false)
    expect(of('done').canRetry).toBe(false)
  })

  it('waits for the command before', () => {
    const command: RunCommand = {
      ...{ id: '1', kind: 'cancel', step: null, reason: null, by: 'A', problem: null },
      at: '2026-11-20T10:00:00.000Z',
      doneAt: null,
    }
    expect(of('running', undefined, [command]).isBusy).toBe(true)
    expect(of('running', undefined, [{ ...command, doneAt: command.at }]).isBusy).toBe(false)
  })
})
