import { AskGrantInput, type ToolDescriptor, toolCatalog } from '@hub/contracts'
import { create } from 'zustand'
import { readFacts, type TypedFact } from '../../../calls/read-facts.ts'
import { readArguments, toolFields } from '../../../calls/tool-fields.ts'
import { fromLocalInput, toLocalInput } from '../../../lib/local-input.ts'

export const requesterKinds = ['workflow', 'me', 'colleague'] as const
export type RequesterKind = (typeof requesterKinds)[number]

export interface GrantDraft {
  toolName: string
  kind: RequesterKind
  workflow: string
  colleagueId: string
  facts: TypedFact[]
  /** One id per line. */
  targetIds: string
  typed: Record<string, string>
  reason: string
  maxUses: string
  expiresAt: string
}

/** What each part of the form works with. */
export interface GrantFieldsProps {
  draft: GrantDraft
  change: (part: Partial<GrantDraft>) => void
  /** The sentence for a field of the body, by its path. */
  errorOf: (path: string) => string | undefined
}

/** Tools that a grant can answer: exactly those of level L3. */
export const grantableTools = [...toolCatalog.values()].filter(({ level }) => level === 'L3')

const dayMs = 24 * 3_600_000
const usualDays = 30

/** An empty form: for a workflow, twenty uses, thirty days. */
export function emptyGrantDraft(toolName: string, now: Date): GrantDraft {
  return {
    toolName,
    kind: 'workflow',
    workflow: 'support',
    colleagueId: '',
    facts: [{ id: 1, key: 'clientName', value: '' }],
    targetIds: '',
    typed: {},
    reason: '',
    maxUses: '20',
    expiresAt: expiryIn(usualDays, now),
  }
}

/** The value of the expiry field for a number of days from now; a minute early, for what is sent a little later. */
export function expiryIn(days: number, now: Date): string {
  return toLocalInput(new Date(now.getTime() + days * dayMs - 60_000))
}

/** What is typed outlives the page, so that a look at the policy costs nothing; it ends with the tab. */
export const useGrantDraft = create<{ draft: GrantDraft | undefined }>(() => ({ draft: undefined }))

export interface ReadDraft {
  input: AskGrantInput | undefined
  /** Paths of the body that are not right yet. */
  wrong: string[]
}

/** The draft as the body of the request, or the paths that keep it from being one. */
export function readDraft(
  draft: GrantDraft,
  { tool, myId }: { tool: ToolDescriptor; myId: string },
): ReadDraft {
  const body = {
    scope: {
      toolName: draft.toolName,
      requester: requesterOf(draft, myId),
      arguments: readArguments(toolFields(tool), draft.typed),
      target: readFacts(draft.facts),
      targetIds: draft.targetIds.split(/\s+/).filter((id) => id !== ''),
    },
    reason: draft.reason,
    maxUses: Number(draft.maxUses),
    expiresAt: fromLocalInput(draft.expiresAt)?.toISOString() ?? '',
  }
  const parsed = AskGrantInput.safeParse(body)
  if (parsed.success) return { input: parsed.data, wrong: [] }
  return { input: undefined, wrong: parsed.error.issues.map(({ path }) => path.join('.')) }
}

function requesterOf({ kind, workflow, colleagueId }: GrantDraft, myId: string): string {
  if (kind === 'workflow') return `workflow:${workflow.trim()}`
  return `user:${kind === 'me' ? myId : colleagueId}`
}
