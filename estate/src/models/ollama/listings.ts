import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { OllamaModel } from '../catalogue.ts'
import type { ModelState } from '../model-state.ts'
import { OllamaError } from './errors.ts'
import { findModel } from './find-model.ts'

const modifiedAt = '2026-01-12T09:00:00.000000000+01:00'
const sizeBytes = 5_225_388_164

const details = (model: OllamaModel) => ({
  parent_model: '',
  format: 'gguf',
  family: model.family,
  families: [model.family],
  parameter_size: model.parameterSize,
  quantization_level: 'Q4_K_M',
})

const identity = (model: OllamaModel) => ({
  name: model.name,
  model: model.name,
  size: sizeBytes,
  digest: createHash('sha256').update(model.name).digest('hex'),
  details: details(model),
})

/** GET /api/tags: the models that are installed. */
export function tags({ catalogue }: ModelState): object {
  return {
    models: catalogue.ollama.map((model) => ({
      ...identity(model),
      modified_at: modifiedAt,
      capabilities: model.capabilities,
    })),
  }
}

/** GET /api/ps: the first model counts as loaded. */
export function running({ catalogue }: ModelState): object {
  const expires = new Date(Date.now() + 5 * 60_000).toISOString()
  return {
    models: catalogue.ollama.slice(0, 1).map((model) => ({
      ...identity(model),
      expires_at: expires,
      size_vram: sizeBytes,
      context_length: 4096,
    })),
  }
}

/** POST /api/show: what one model is and can do. Throws `OllamaError`. */
export function show({ catalogue }: ModelState, value: unknown): object {
  const parsed = z.object({ model: z.string().optional(), name: z.string().optional() }).safeParse(value)
  if (!parsed.success) throw new OllamaError(400, 'json: cannot unmarshal value into Go struct ShowRequest')
  const model = findModel(catalogue, parsed.data.model ?? parsed.data.name ?? '')
  return {
    modelfile: `FROM ${model.name}\n`,
    parameters: 'temperature 0.7',
    template: '{{ .Prompt }}',
    details: details(model),
    model_info: {
      'general.architecture': model.family,
      [`${model.family}.context_length`]: model.contextLength,
      [`${model.family}.embedding_length`]: model.embeddingLength,
    },
    capabilities: model.capabilities,
    modified_at: modifiedAt,
  }
}
