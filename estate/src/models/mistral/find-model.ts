import type { Catalogue, MistralModel } from '../catalogue.ts'
import { badRequest } from './errors.ts'

/** A model by id or alias that can do this kind of work. Throws `MistralError` 400 (code 1500). */
export function findModel(
  catalogue: Catalogue,
  { name, kind }: { name: string; kind: MistralModel['kind'] },
): MistralModel {
  const model = catalogue.mistral.find(({ id, aliases }) => id === name || aliases.includes(name))
  if (model?.kind === kind) return model
  throw badRequest(`Invalid model: ${name}`, { type: 'invalid_model', code: '1500' })
}
