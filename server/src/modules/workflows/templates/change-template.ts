import {
  type Actor,
  builtInTexts,
  ConflictError,
  type SupportTemplate,
  unknownWords,
  ValidationError,
} from '@hub/contracts'
import { type Change, inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../../context.ts'
import { presentTemplate } from './present-template.ts'
import { deleteTemplate, readTemplate, saveTemplate, type TemplateKey } from './templates.store.ts'

export interface TemplateEdit {
  key: TemplateKey
  actor: Actor
  userId: string
  /** The new text; null for the built-in one. */
  body: string | null
  /** The text that the author had before them. */
  seen: string
}

/** What the audit calls an edit, and the way back to the built-in text. */
export const templateActions = { edit: 'workflow.template_edit', reset: 'workflow.template_reset' } as const

/**
 * Puts another text in force, on the record: requests that were made with the one before keep it.
 * @throws ValidationError for words in braces that are not known; ConflictError when another text is in force than the
 *   author saw
 */
export async function changeTemplate(ctx: ServerContext, edit: TemplateEdit): Promise<SupportTemplate> {
  assertKnownWords(edit)
  return inTransaction(ctx, (change) => putInForce(change, edit))
}

async function putInForce(
  change: Change,
  { key, actor, userId, body, seen }: TemplateEdit,
): Promise<SupportTemplate> {
  const { tx, now } = change
  // The writers of the audit take their turns: of two who save at once one sees the other.
  await change.audit({
    actor,
    action: body === null ? templateActions.reset : templateActions.edit,
    subjectType: 'support_template',
    subjectId: templateId(key),
    details: body === null ? {} : { body },
  })
  const row = await readTemplate(tx, key)
  const inForce = row?.body ?? builtInTexts[key.name][key.language]
  if (inForce !== seen) throw new ConflictError('Another text is in force', { reason: 'template.changed' })
  if (body !== null) return presentTemplate(key, await saveTemplate(tx, key, { body, userId, now }))
  await deleteTemplate(tx, key)
  return presentTemplate(key, null)
}

/** Name of a text in the audit. */
export const templateId = ({ name, language }: TemplateKey): string => `${name}:${language}`

function assertKnownWords({ key, body }: TemplateEdit): void {
  const unknown = body === null ? [] : unknownWords(key.name, body)
  if (unknown.length === 0) return
  const words = unknown.join(', ')
  throw new ValidationError(`Unknown in this text: ${words}`, {
    reason: 'template.words',
    params: { words },
    fields: [{ path: 'body', message: `holds ${words}, which nothing fills` }],
  })
}
