import type { ChatRequest, ModelFacts, ToolSpec } from '@hub/llm'
import { answerTokens, toolTokens } from './token-budget.ts'

/** Tools may take this share of the context as they are, and this one when their schemas are slim. */
const wholeShare = 0.55
const slimShare = 0.65
/** What a model can do without: the server checks it anyway, and says what is wrong. */
const spared = new Set([
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'pattern',
  'default',
  'additionalProperties',
])

/** The request with tools that leave room for the rest: whole, with slimmer schemas, or none at all. */
export function fitTools(request: ChatRequest, { contextTokens }: ModelFacts): ChatRequest {
  if (contextTokens === null || request.tools.length === 0) return request
  const room = contextTokens - answerTokens(contextTokens)
  if (toolTokens(request.tools) <= room * wholeShare) return request
  const tools = request.tools.map(slim)
  return { ...request, tools: toolTokens(tools) <= room * slimShare ? tools : [] }
}

function slim(tool: ToolSpec): ToolSpec {
  const properties = Object.entries({ ...(tool.parameters.properties as object) })
  return {
    ...tool,
    parameters: {
      ...withoutSpared(tool.parameters),
      properties: Object.fromEntries(properties.map(([name, schema]) => [name, withoutSpared(schema)])),
    },
  }
}

function withoutSpared(schema: unknown): Record<string, unknown> {
  const isObject = typeof schema === 'object' && schema !== null
  return isObject ? Object.fromEntries(Object.entries(schema).filter(([key]) => !spared.has(key))) : {}
}
