import type { TemplateLanguage, TemplateName } from '@hub/contracts'
import type { Db, Prisma, Tx } from '@hub/prisma'

const withPerson = { user: { select: { displayName: true } } } as const
export type TemplateRow = Prisma.SupportTemplateGetPayload<{ include: typeof withPerson }>

export interface TemplateKey {
  name: TemplateName
  language: TemplateLanguage
}

/** The texts that people edited. */
export function findTemplates(db: Db): Promise<TemplateRow[]> {
  return db.supportTemplate.findMany({ include: withPerson })
}

export function readTemplate(tx: Tx, key: TemplateKey): Promise<TemplateRow | null> {
  return tx.supportTemplate.findUnique({ where: { name_language: key }, include: withPerson })
}

export function saveTemplate(
  tx: Tx,
  { name, language }: TemplateKey,
  { body, userId, now }: { body: string; userId: string; now: Date },
): Promise<TemplateRow> {
  const columns = { body, userId, changedAt: now }
  return tx.supportTemplate.upsert({
    where: { name_language: { name, language } },
    create: { name, language, ...columns },
    update: columns,
    include: withPerson,
  })
}

export async function deleteTemplate(tx: Tx, key: TemplateKey): Promise<void> {
  await tx.supportTemplate.deleteMany({ where: key })
}
