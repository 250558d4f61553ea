import {
  builtInTexts,
  type SupportTemplate,
  TemplateName,
  templateLanguages,
  templateWords,
} from '@hub/contracts'
import type { TemplateKey, TemplateRow } from './templates.store.ts'

/** A text as it is in force: the edited one, else the built-in one. */
export function presentTemplate({ name, language }: TemplateKey, row: TemplateRow | null): SupportTemplate {
  const builtIn = builtInTexts[name][language]
  return {
    ...{ name, language, builtIn },
    body: row?.body ?? builtIn,
    words: [...templateWords[name]],
    isEdited: row !== null,
    changedBy: row?.user?.displayName ?? null,
    changedAt: row?.changedAt.toISOString() ?? null,
  }
}

/** Every text there is, in every language. */
export function presentTemplates(rows: readonly TemplateRow[]): SupportTemplate[] {
  const keys = TemplateName.options.flatMap((name) =>
    templateLanguages.map((language) => ({ name, language })),
  )
  return keys.map((key) => {
    const row = rows.find(({ name, language }) => name === key.name && language === key.language)
    return presentTemplate(key, row ?? null)
  })
}
