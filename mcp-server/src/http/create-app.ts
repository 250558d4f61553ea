import { randomUUID } from 'node:crypto'
import { AppError } from '@hub/contracts'
import { type Logger, withRequestId } from '@hub/kernel'
import { hostHeaderValidation } from '@modelcontextprotocol/sdk/server/middleware/hostHeaderValidation.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { authenticate, type Credentials } from '../auth/authenticate.ts'
import type { GateContext } from '../gate/context.ts'
import { createMcpServer } from '../mcp/create-mcp-server.ts'
import { elicitationMode, sessionIdFor } from '../mcp/elicitation.ts'
import { reconcileRoutes } from './reconcile-routes.ts'
import { type SystemPings, systemHealthRoutes } from './system-health.ts'

export interface McpAppOptions {
  gate: GateContext
  credentials: Credentials
  /** Names this server answers to; a web page of another name cannot reach it (DNS rebinding). */
  allowedHosts: string[]
  pings: SystemPings
}

/** MCP over streamable HTTP, stateless: one transport per request, any replica answers. */
export function createMcpApp(options: McpAppOptions): Express {
  const { gate } = options
  const app = express().disable('x-powered-by')
  app.get('/healthz', (_req, res) => void res.json({ status: 'ok' }))
  app.get('/readyz', (_req, res) => void res.json({ status: 'ok' }))
  app.use(hostHeaderValidation(options.allowedHosts))
  app.use(systemHealthRoutes(options.credentials, options.pings))
  app.use(reconcileRoutes(gate, options.credentials))
  app.post('/mcp', express.json({ limit: '1mb' }), answerMcp(options))
  app.all(
    '/mcp',
    (_req, res) => void res.status(405).set('Allow', 'POST').json(rpcError(-32000, 'Method not allowed')),
  )
  app.use((_req, res) => void res.status(404).json(rpcError(-32000, 'Not found')))
  app.use(answerError(gate.log))
  return app
}

function answerMcp({ gate, credentials }: McpAppOptions): RequestHandler {
  return async (req, res) => {
    const caller = await authenticate(credentials, req.headers.authorization)
    const elicitation = elicitationMode(req.get('mcp-session-id'))
    const sessionId = sessionIdFor(req.body)
    if (sessionId) res.set('mcp-session-id', sessionId)
    await withRequestId(req.get('x-request-id') ?? randomUUID(), async () => {
      const server = createMcpServer(gate, { caller, elicitation })
      // Plain JSON: when this process dies, the caller's request fails at once; a cut event stream would leave it
      // waiting. Only a client that lets us ask its person something needs the stream.
      const transport = new StreamableHTTPServerTransport({ enableJsonResponse: elicitation === null })
      res.on('close', () => {
        Promise.all([transport.close(), server.close()]).catch((err: unknown) =>
          gate.log.warn({ err }, 'closing an MCP request failed'),
        )
      })
      await server.connect(transport)
      await transport.handleRequest(req, res, req.body)
    })
  }
}

function answerError(log: Logger): ErrorRequestHandler {
  return (error, _req, res, next) => {
    if (res.headersSent) return next(error)
    if (error instanceof AppError && error.code === 'UNAUTHORIZED') {
      res.status(401).set('WWW-Authenticate', 'Bearer').json(rpcError(-32001, error.message))
      return
    }
    if (typeof error?.status === 'number' && error.status < 500) {
      res.status(error.status).json(rpcError(-32700, 'The body is not valid JSON or is too large'))
      return
    }
    log.error({ err: error }, 'MCP request failed')
    res.status(500).json(rpcError(-32603, 'Internal error'))
  }
}

function rpcError(code: number, message: string) {
  return { jsonrpc: '2.0', error: { code, message }, id: null }
}
