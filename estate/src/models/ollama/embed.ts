import { z } from 'zod'
import { embedText, toUnitLength } from '../embed-text.ts'
import type { ModelState } from '../model-state.ts'
import { countTokens } from '../token-count.ts'
import { OllamaError } from './errors.ts'
import { findModel } from './find-model.ts'

const EmbedBody = z.object({
  model: z.string().default(''),
  input: z.unknown().optional(),
  truncate: z.boolean().nullish(),
  dimensions: z.int().nonnegative().nullish(),
})

function readTexts(input: unknown): string[] {
  if (input == null) return []
  if (typeof input === 'string') return input === '' ? [] : [input]
  const texts = z.array(z.string()).safeParse(input)
  if (!texts.success) throw new OllamaError(400, 'invalid input type')
  return texts.data
}

/** POST /api/embed (protocols/ollama 1.2): one unit vector per text. Throws `OllamaError`. */
export function embed(state: ModelState, value: unknown): object {
  const parsed = EmbedBody.safeParse(value)
  if (!parsed.success) throw new OllamaError(400, 'json: cannot unmarshal value into Go struct EmbedRequest')
  const { model: name, input, truncate, dimensions } = parsed.data
  const model = findModel(state.catalogue, name)
  const texts = readTexts(input)
  const counts = texts.map(countTokens)
  if (truncate === false && counts.some((count) => count > model.contextLength)) {
    throw new OllamaError(400, 'the input length exceeds the context length')
  }
  const size = dimensions || model.embeddingLength
  return {
    model: name,
    embeddings: texts.map((text) => toUnitLength(embedText(text, model.embeddingLength).slice(0, size))),
    total_duration: 14_000_000,
    load_duration: 1_000_000,
    prompt_eval_count: counts.reduce((total, count) => total + count, 0),
  }
}
