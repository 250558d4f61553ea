import type { ToolSpec } from '@hub/llm'

/** Schemas are English and JSON; French text and figures have fewer characters per token. */
const schemaCharactersPerToken = 4
export const charactersPerToken = 3.3
/** Share of the context that is kept for the answer, and at most this many tokens. */
const answerShare = 0.2
const longestAnswer = 2_048

/** Tokens of a context that are kept for the answer. */
export function answerTokens(contextTokens: number): number {
  return Math.min(contextTokens * answerShare, longestAnswer)
}

/** Tokens that the definitions of tools take, about. */
export function toolTokens(tools: ToolSpec[]): number {
  return tools.length === 0 ? 0 : Math.ceil(JSON.stringify(tools).length / schemaCharactersPerToken)
}
