import { Router } from 'express'
import type { ServerContext } from '../../context.ts'
import { documentsRoutes } from './documents.routes.ts'
import { gapsRoutes } from './gaps.routes.ts'
import { ingestionRoutes } from './ingestion.routes.ts'
import type { ManualIngestion } from './manual-ingestion.ts'
import { chunkMarksRoutes, marksRoutes } from './marks.routes.ts'
import { trySearchRoutes } from './try-search.routes.ts'

/** The knowledge base: read from N1, looked after from N2. A citation opens its document for everybody. */
export function knowledgeRoutes(ctx: ServerContext, ingestion: ManualIngestion): Router {
  const router = Router()
  router.use('/documents', documentsRoutes(ctx))
  router.use('/ingestion', ingestionRoutes(ctx, ingestion))
  router.use('/search', trySearchRoutes(ctx))
  router.use('/chunks', chunkMarksRoutes(ctx))
  router.use('/marks', marksRoutes(ctx))
  router.use('/gaps', gapsRoutes(ctx))
  return router
}
