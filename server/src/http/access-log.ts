import { currentRequestId, type Logger } from '@hub/kernel'
import type { RequestHandler } from 'express'
import { pinoHttp } from 'pino-http'

/** One line per answered request: method, path without its query, status, time. Bodies and headers are never logged. */
export function accessLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: () => currentRequestId() ?? 'none',
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'debug'),
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'answer failed',
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split('?')[0] }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  })
}
