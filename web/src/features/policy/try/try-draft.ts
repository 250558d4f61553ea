import { type ExplainInput, isAtLeastLevel, toolCatalog } from '@hub/contracts'
import { create } from 'zustand'
import { factNames, factsFor, readFacts, type TypedFact } from '../../../calls/read-facts.ts'
import { readArguments, type ToolField } from '../../../calls/tool-fields.ts'
import { fromLocalInput } from '../../../lib/local-input.ts'

export const requesters = ['user', 'workflow', 'mcp-client'] as const

export interface TryDraft {
  toolName: string
  mode: 'fields' | 'json'
  typed: Record<string, string>
  json: string
  facts: TypedFact[]
  requester: ExplainInput['requester']
  /** Empty: now. */
  at: string
}

/** Tools about which the policy has something to say. */
export const weighedTools = [...toolCatalog.values()].filter(({ level }) => isAtLeastLevel(level, 'L2'))

const firstTool = weighedTools.find(({ level }) => level === 'L3')?.name ?? ''

export const emptyTryDraft: TryDraft = {
  toolName: firstTool,
  mode: 'fields',
  typed: {},
  json: '{}',
  facts: tryFacts(firstTool, []),
  requester: 'user',
  at: '',
}

/** The facts to begin with for a tool: those typed that its target has, and whether that is privileged. */
export function tryFacts(toolName: string, typed: readonly TypedFact[]): TypedFact[] {
  const facts = factsFor(toolName, typed)
  const isAsked = factNames(toolName).includes('privileged') && !facts.some(({ key }) => key === 'privileged')
  const id = Math.max(0, ...facts.map((fact) => fact.id)) + 1
  return isAsked ? [...facts, { id, key: 'privileged', value: 'false' }] : facts
}

/** The call that is being tried; it outlives the page. */
export const useTryDraft = create<TryDraft>(() => emptyTryDraft)

/** The draft as the body of the question; null while the JSON of its arguments is no object. */
export function readTryDraft(draft: TryDraft, fields: readonly ToolField[]): Partial<ExplainInput> | null {
  const args = draft.mode === 'json' ? readJson(draft.json) : readArguments(fields, draft.typed)
  if (args === null) return null
  const at = fromLocalInput(draft.at)?.toISOString()
  return {
    toolName: draft.toolName,
    arguments: args,
    target: readFacts(draft.facts),
    requester: draft.requester,
    ...(at === undefined ? {} : { at }),
  }
}

function readJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
