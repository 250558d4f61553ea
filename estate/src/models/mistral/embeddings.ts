import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { embedText, toUnitLength } from '../embed-text.ts'
import type { ModelState } from '../model-state.ts'
import { countTokens } from '../token-count.ts'
import { badRequest } from './errors.ts'
import { findModel } from './find-model.ts'
import { validate } from './validate.ts'

const EmbeddingsBody = z.strictObject({
  model: z.string(),
  input: z.union([z.string(), z.array(z.string())], { error: 'Input should be a valid string or list' }),
  output_dimension: z.int().positive().nullish(),
  output_dtype: z.literal('float').optional(),
  encoding_format: z.literal('float').optional(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})

const maxBatchTokens = 16_384

/** POST /v1/embeddings (protocols/mistral 1.2): one unit vector per text. Throws `MistralError`. */
export function embeddings(state: ModelState, value: unknown): object {
  const body = validate(EmbeddingsBody, value)
  const model = findModel(state.catalogue, { name: body.model, kind: 'embedding' })
  const size = body.output_dimension ?? model.dimensions
  if (body.output_dimension != null && model.id === 'mistral-embed') {
    throw badRequest('This model does not support output_dimension.', {
      type: 'invalid_request_error',
      code: '3000',
    })
  }
  const texts = typeof body.input === 'string' ? [body.input] : body.input
  const tokens = texts.reduce((total, text) => total + countTokens(text), 0)
  if (tokens > maxBatchTokens) {
    throw badRequest('Too many inputs in request, split into more batches.', {
      type: 'invalid_request_prompt',
      code: '3210',
    })
  }
  return {
    id: randomBytes(16).toString('hex'),
    object: 'list',
    model: body.model,
    data: texts.map((text, index) => ({
      object: 'embedding',
      embedding: toUnitLength(embedText(text, model.dimensions).slice(0, size)),
      index,
    })),
    usage: { prompt_tokens: tokens, completion_tokens: 0, total_tokens: tokens },
  }
}
