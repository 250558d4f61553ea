import { expect, it } from 'vitest'
import { fitHistory } from './history.ts'

const said = (role: 'user' | 'assistant', content: string) => ({ role, content })

it('keeps everything that fits, oldest first', () => {
  const messages = [said('user', 'a'), said('assistant', 'b'), said('user', 'c')]
  expect(fitHistory(messages)).toEqual({ kept: messages, missing: 0 })
})

it('remembers what was said before an answer that stayed empty', () => {
  const messages = [
    said('user', 'a'),
    said('assistant', 'b'),
    said('user', 'c'),
    said('assistant', ''),
    said('user', 'd'),
  ]
  const { kept, missing } = fitHistory(messages)
  expect(kept.map(({ content }) => content)).toEqual(['a', 'b', 'c', 'd'])
  expect(missing).toBe(0)
})

it('never cuts the question, and shortens what is old and long', () => {
  const long = 'x'.repeat(16_000)
  const [old, question] = fitHistory([said('assistant', long), said('user', long)]).kept
  expect(question?.content).toBe(long)
  expect(old?.content).toMatch(/^x{6000} \[\.\.\. shortened\]$/)
})

it('leaves out what is too old to fit, and says how many', () => {
  const messages = Array.from({ length: 10 }, (_, n) => said('user', `${n}${'x'.repeat(5_000)}`))
  const { kept, missing } = fitHistory(messages)
  expect(kept.map(({ content }) => content[0])).toEqual(['6', '7', '8', '9'])
  expect(missing).toBe(6)
})
