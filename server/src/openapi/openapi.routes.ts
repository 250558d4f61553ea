import { Router } from 'express'
import { openApiDocument } from './create-document.ts'
import { documentPage } from './document-page.ts'

/** `/api/openapi.json`, and a readable page of it. */
export function openApiRoutes(): Router {
  const router = Router()
  const document = openApiDocument()
  router.get('/openapi.json', (_req, res) => void res.json(document))
  router.get('/docs', (_req, res) => void res.type('html').send(documentPage(document)))
  return router
}
