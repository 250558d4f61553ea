import { describe, expect, it } from 'vitest'
import { type Classification, defaultThreshold } from './classify/classify-ticket.ts'
import { judgeModelAnswer } from './judge-model-answer.ts'
import { categories } from './ticket.ts'

const rules = (category: Classification['category'], confidence: number, rule = 'r'): Classification => ({
  category,
  confidence,
  reasons: [{ rule, fr: 'f', en: 'e' }],
  language: 'fr',
})
const answer = (category: string, confidence: number) => JSON.stringify({ category, confidence, extra: 1 })

describe('judgeModelAnswer', () => {
  it('raises a little when the model agrees', () => {
    const found = judgeModelAnswer(rules('#DIAG', 0.7), `Sure: ${answer('#DIAG', 0.99)}`)
    expect(found).toMatchObject({ category: '#DIAG', confidence: 0.85 })
    expect(judgeModelAnswer(rules('RESET_MDP', 0.8), answer('RESET_MDP', 0.99)).confidence).toBeCloseTo(0.95)
  })

  it('does not lift a change of an account over the threshold', () => {
    for (const category of ['RESET_MDP', 'DEBLOCAGE'] as const)
      expect(judgeModelAnswer(rules(category, 0.7), answer(category, 1))).toMatchObject({
        category,
        confidence: 0.7,
      })
  })

  it.each(['injected_text', 'hidden_text', 'several_problems', 'other_language'])(
    'does not forgive %s',
    (rule) => {
      expect(judgeModelAnswer(rules('RESET_MDP', 0.3, rule), answer('RESET_MDP', 1)).confidence).toBe(0.3)
    },
  )

  it('never adds an action, whatever the model says', () => {
    for (const own of categories) {
      for (const other of categories.filter((category) => category !== own)) {
        for (const confidence of [0, 0.5, 1]) {
          const found = judgeModelAnswer(rules(own, 0.95), answer(other, confidence))
          expect(found.confidence).toBeLessThan(defaultThreshold)
          expect([own, 'AUTRE']).toContain(found.category)
        }
      }
    }
  })

  it('stays under the threshold that the workflow uses', () => {
    expect(judgeModelAnswer(rules('RESET_MDP', 0.9), answer('DEBLOCAGE', 1), 0.5).confidence).toBeLessThan(
      0.5,
    )
  })

  it.each([
    '',
    'RESET_MDP',
    '{',
    '{"category":"DELETE","confidence":1}',
    '{"category":"AUTRE","confidence":7}',
    '[]',
  ])('keeps the rules when the answer is no answer: %s', (text) => {
    expect(judgeModelAnswer(rules('DEBLOCAGE', 0.9), text)).toMatchObject({
      category: 'DEBLOCAGE',
      confidence: 0.9,
    })
  })

  it('lets doubt lower the confidence', () => {
    expect(judgeModelAnswer(rules('RESET_MDP', 0.8), answer('RESET_MDP', 0.1)).confidence).toBeCloseTo(0.65)
  })
})
