import type { RequestHandler } from 'express'
import { expect, it, vi } from 'vitest'
import { together } from './together.ts'

type Next = (error?: unknown) => void

/** Handlers that go on when the test says so. */
function held(count: number) {
  const waiting: Next[] = []
  const handler: RequestHandler = (_req, _res, next) => void waiting.push(next)
  const next = vi.fn()
  together(...Array.from({ length: count }, () => handler))({} as never, {} as never, next)
  return { next, go: (rank: number, error?: unknown) => waiting[rank]?.(error) }
}

it('goes on once all have let it', () => {
  const { next, go } = held(3)
  go(2)
  go(0)
  expect(next).not.toHaveBeenCalled()
  go(1)
  expect(next.mock.calls).toEqual([[undefined]])
})

it('ends with the first error, once', () => {
  const { next, go } = held(3)
  const error = new Error('too many')
  go(1, error)
  go(0)
  go(2, new Error('too many, too'))
  expect(next.mock.calls).toEqual([[error]])
})
