import type { Catalogue, OllamaModel } from '../catalogue.ts'
import { OllamaError } from './errors.ts'

/** A model by name; a name without a tag means `latest`. Throws 400 for none and 404 for an unknown one. */
export function findModel(catalogue: Catalogue, name: string): OllamaModel {
  if (name === '') throw new OllamaError(400, 'model is required')
  const model = catalogue.ollama.find(
    (candidate) => candidate.name === name || candidate.name === `${name}:latest`,
  )
  if (!model) throw new OllamaError(404, `model '${name}' not found`)
  return model
}
