import path from 'node:path'
import { Accreditation, hasAccreditation } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { DocumentProblem } from './document-problem.ts'
import type { SourceFile } from './open-source.ts'
import type { ReadDocument } from './read-document-file.ts'

/**
 * A document is not opened to more people because the sheet that closed it was lost or says nothing of it any more:
 * only a sheet that names an audience can do so.
 * @throws DocumentProblem `document.sidecar_gone`, `document.audience_unsaid`; the stored version stays
 */
export async function assertAudienceKept(
  db: Db,
  { path: name, sidecar }: SourceFile,
  { meta, saysAudience }: ReadDocument,
): Promise<void> {
  if (saysAudience) return
  const stored = await db.knowledgeDocument.findUnique({ where: { path: name }, select: { audience: true } })
  const audience = Accreditation.optional().parse(stored?.audience)
  if (audience === undefined || hasAccreditation(meta.audience, audience)) return
  if (sidecar) throw new DocumentProblem('document.audience_unsaid', { file: sidecar.name, audience })
  throw new DocumentProblem('document.sidecar_gone', { file: `${path.posix.basename(name)}.yaml`, audience })
}
