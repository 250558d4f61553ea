import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'

const yearSeconds = 31_536_000

/** Serves the built web app; every address that is not a file shows its start page. */
export function staticWeb(dist: string): RequestHandler {
  if (!existsSync(join(dist, 'index.html'))) throw new Error(`The web app is not built in ${dist}`)
  const router = Router()
  router.use('/assets', express.static(join(dist, 'assets'), { immutable: true, maxAge: yearSeconds * 1000 }))
  router.use(express.static(dist, { index: false, maxAge: 0 }))
  router.get(/^\/(?!api\/|assets\/).*/, (_req, res) => {
    res.set('Cache-Control', 'no-cache').sendFile(join(dist, 'index.html'))
  })
  return router
}
