import type { ScriptedReply } from './scripted-reply.ts'

const charactersPerToken = 4

/** A rough count of tokens: one for four characters, at least one for any text. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / charactersPerToken)
}

/** The token counts a reply reports: the scripted ones, none for null, or an estimate. */
export function replyUsage(
  reply: ScriptedReply,
  prompt: unknown,
): { promptTokens: number; completionTokens: number } | undefined {
  if (reply.usage === null) return undefined
  if (reply.usage) return reply.usage
  return {
    promptTokens: countTokens(JSON.stringify(prompt ?? '')),
    completionTokens: Math.max(1, countTokens(JSON.stringify(reply.parts ?? []))),
  }
}
