import { expect, it } from 'vitest'
import { createLogger, withRequestId } from './logger.ts'

function capture() {
  const lines: string[] = []
  return { lines, stream: { write: (line: string) => void lines.push(line) } }
}

it('redacts secrets at several depths and keeps the rest', () => {
  const { lines, stream } = capture()
  const log = createLogger({ name: 'test' }, stream)
  log.info(
    { login: 'mmartin', password: 'a1', req: { headers: { authorization: 'b2', cookie: 'c3' } } },
    'login',
  )
  expect(lines[0]).not.toMatch(/a1|b2|c3/)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ login: 'mmartin', msg: 'login', name: 'test' })
})

it('carries the request id of its scope', async () => {
  const { lines, stream } = capture()
  const log = createLogger({ name: 'test' }, stream)
  await withRequestId('req-1', async () => {
    await Promise.resolve()
    log.info('inside')
  })
  log.info('outside')
  expect(JSON.parse(lines[0] ?? '').requestId).toBe('req-1')
  expect(JSON.parse(lines[1] ?? '').requestId).toBeUndefined()
})
