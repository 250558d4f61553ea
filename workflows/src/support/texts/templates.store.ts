import type { Db } from '@hub/prisma'
import { defaultTemplates, fillTemplate, type Language, type TemplateName } from './default-templates.ts'

/** A text for a client: as people edited it, else as it is built in. */
export async function clientText(
  db: Db,
  { name, language }: { name: TemplateName; language: Language },
  words: Readonly<Record<string, string>>,
): Promise<string> {
  const edited = await db.supportTemplate.findUnique({ where: { name_language: { name, language } } })
  return fillTemplate(edited?.body ?? defaultTemplates[name][language], words).trim()
}
