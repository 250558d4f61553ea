import path from 'node:path'
import { Accreditation, hasAccreditation } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { formatOfName } from '../extract/text-format.ts'
import { DocumentProblem } from './document-problem.ts'
import type { SourceFile } from './open-source.ts'
import type { DocumentFile } from './read-document-file.ts'

/**
 * A document is not opened to more people because the sheet that closed it was lost: only a sheet can say so.
 * @throws DocumentProblem `document.sidecar_gone`; the stored version stays
 */
export async function assertAudienceKept(
  db: Db,
  { path: name, sidecar }: SourceFile,
  { meta }: DocumentFile,
): Promise<void> {
  if (sidecar || formatOfName(name) === 'markdown') return
  const stored = await db.knowledgeDocument.findUnique({ where: { path: name }, select: { audience: true } })
  const audience = Accreditation.optional().parse(stored?.audience)
  if (audience === undefined || hasAccreditation(meta.audience, audience)) return
  throw new DocumentProblem('document.sidecar_gone', { file: `${path.posix.basename(name)}.yaml`, audience })
}
