import { createHash } from 'node:crypto'
import express, { type Express, type Request } from 'express'
import type { ServerContext } from './context.ts'
import { accessLog } from './http/access-log.ts'
import { errorHandler, notFoundHandler } from './http/error-handler.ts'
import { createMetrics } from './http/metrics.ts'
import { addressOf } from './http/rate-limit.ts'
import { requestId } from './http/request-id.ts'
import { corsWhitelist, hostCheck, type OriginRules, originCheck, securityHeaders } from './http/security.ts'
import { staticWeb } from './http/static-web.ts'
import { together } from './http/together.ts'
import { auditRoutes } from './modules/audit/index.ts'
import { authRoutes, tokenOf } from './modules/auth/index.ts'
import { type ChatWork, chatRoutes } from './modules/chat/index.ts'
import { healthRoutes, probeRoutes, type startHealth } from './modules/health/index.ts'
import { intakeRoutes } from './modules/intake/index.ts'
import { knowledgeRoutes, type ManualIngestion } from './modules/knowledge/index.ts'
import { safeguardRoutes } from './modules/safeguard/index.ts'
import { supervisionRoutes } from './modules/supervision/index.ts'
import { type RunSteps, workflowRoutes } from './modules/workflows/index.ts'
import { openApiRoutes } from './openapi/openapi.routes.ts'

const bodyLimit = '256kb'
/** A service desk sits behind one address: it may ask this many times what one session may. */
const peoplePerAddress = 20

export interface AppParts {
  chat: ChatWork
  health: ReturnType<typeof startHealth>
  ingestion: ManualIngestion
  runSteps: RunSteps
  rules: OriginRules
}

/** The HTTP face of the Hub: API under /api, the web app elsewhere. */
export function createApp(ctx: ServerContext, parts: AppParts): Express {
  const { env, limiter, log } = ctx
  const app = express().disable('x-powered-by').set('trust proxy', env.TRUST_PROXY)
  const metrics = createMetrics(Object.values(parts.chat.metrics))
  app.use(requestId, accessLog(log), metrics.measure, probeRoutes(ctx), metrics.routes)
  app.use(hostCheck(parts.rules), securityHeaders(env.HUB_PUBLIC_URL.startsWith('https:')))
  const api = express.Router()
  api.use(corsWhitelist(parts.rules), originCheck(parts.rules))
  // Machines come in bursts, without a session, with bodies of their own.
  api.use('/workflows/webhook', intakeRoutes(ctx))
  const perMinute = env.RATE_LIMIT_PER_MINUTE
  const perAddress = limiter({ name: 'address', perMinute: perMinute * peoplePerAddress })
  api.use(together(perAddress, limiter({ name: 'requests', perMinute, key: sessionOrAddress })))
  api.use(express.json({ limit: bodyLimit }))
  api.use('/auth', authRoutes(ctx))
  api.use('/chat', chatRoutes(ctx, parts.chat.registry))
  api.use('/safeguard', safeguardRoutes(ctx))
  api.use('/audit', auditRoutes(ctx))
  api.use('/supervision', supervisionRoutes(ctx))
  api.use('/workflows', healthRoutes(ctx, parts.health))
  api.use('/workflows', workflowRoutes(ctx, parts.runSteps))
  api.use('/knowledge', knowledgeRoutes(ctx, parts.ingestion))
  api.use(openApiRoutes())
  app.use('/api', api, notFoundHandler)
  if (env.WEB_DIST_DIR) app.use(staticWeb(env.WEB_DIST_DIR))
  app.use(notFoundHandler, errorHandler(log))
  return app
}

/** Requests are counted by the token they bring, real or not, else by their address. */
function sessionOrAddress(req: Request): string {
  const token = tokenOf(req.headers)
  return token ? `token:${createHash('sha256').update(token).digest('base64url')}` : addressOf(req)
}
