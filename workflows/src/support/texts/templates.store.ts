import { builtInTexts, fillTemplate, type TemplateLanguage, type TemplateName } from '@hub/contracts'
import type { Db } from '@hub/prisma'

/** A text for a client: as people edited it, else as it is built in. */
export async function clientText(
  db: Db,
  { name, language }: { name: TemplateName; language: TemplateLanguage },
  words: Readonly<Record<string, string>>,
): Promise<string> {
  const edited = await db.supportTemplate.findUnique({ where: { name_language: { name, language } } })
  return fillTemplate(edited?.body ?? builtInTexts[name][language], words).trim()
}
