import type { MistralModel } from '../catalogue.ts'
import type { ModelState } from '../model-state.ts'
import { errorBody, MistralError } from './errors.ts'

const card = (model: MistralModel) => ({
  id: model.id,
  object: 'model',
  created: 1_768_208_400,
  owned_by: 'mistralai',
  capabilities: {
    completion_chat: model.kind === 'chat',
    completion_fim: model.id.startsWith('codestral') && model.kind === 'chat',
    function_calling: model.hasTools,
    fine_tuning: false,
    vision: false,
    classification: false,
  },
  name: model.id,
  description: 'Demo model',
  max_context_length: model.maxContextLength,
  aliases: model.aliases,
  deprecation: null,
  default_model_temperature: 0.3,
  type: 'base',
})

/** GET /v1/models. */
export function listModels({ catalogue }: ModelState): object {
  return { object: 'list', data: catalogue.mistral.map(card) }
}

/** GET /v1/models/:id. Throws `MistralError` 404. */
export function readModel({ catalogue }: ModelState, id: string): object {
  const model = catalogue.mistral.find((candidate) => candidate.id === id || candidate.aliases.includes(id))
  if (model) return card(model)
  throw new MistralError(404, errorBody(`Model ${id} not found`, { type: 'invalid_model', code: '1500' }))
}
