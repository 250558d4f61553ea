import { AppError, ForbiddenError } from '@hub/contracts'
import { type RequestHandler, Router } from 'express'
import { authenticate, type Credentials } from '../auth/authenticate.ts'

export type SystemPings = Record<string, (signal: AbortSignal) => Promise<number>>

const timeoutMs = 4_000
/** Looks are shared: many readers never become many calls to the systems. */
const freshMs = 10_000

interface SystemHealth {
  ok: boolean
  /** False for a system that this Hub is set up without. */
  isConfigured: boolean
  detail: string | null
}

/** `GET /health/systems`: how the outside systems answer, for the Hub's own processes. */
export function systemHealthRoutes(credentials: Credentials, pings: SystemPings): Router {
  const router = Router()
  const look = sharedFor(freshMs, () => lookAtSystems(pings))
  const ownOnly: RequestHandler = async (req, _res, next) => {
    const { actor } = await authenticate(credentials, req.headers.authorization)
    if (actor.type === 'mcp-client') throw new ForbiddenError('For processes of the Hub only')
    next()
  }
  router.get('/health/systems', ownOnly, async (_req, res) => {
    res.json({ systems: await look() })
  })
  return router
}

async function lookAtSystems(pings: SystemPings): Promise<Record<string, SystemHealth>> {
  const looks = Object.entries(pings).map(async ([name, ping]) => [name, await lookAt(ping)] as const)
  return Object.fromEntries(await Promise.all(looks))
}

async function lookAt(ping: (signal: AbortSignal) => Promise<number>): Promise<SystemHealth> {
  try {
    await ping(AbortSignal.timeout(timeoutMs))
    return { ok: true, isConfigured: true, detail: null }
  } catch (error) {
    const known = error instanceof AppError ? error : undefined
    const isConfigured = !known?.reason?.endsWith('.not_configured')
    return { ok: false, isConfigured, detail: known?.message ?? 'did not answer' }
  }
}

function sharedFor<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let shared: { value: Promise<T>; until: number } | undefined
  return () => {
    if (!shared || Date.now() >= shared.until) shared = { value: read(), until: Date.now() + ms }
    return shared.value
  }
}
