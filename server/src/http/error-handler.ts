import { randomUUID } from 'node:crypto'
import {
  AppError,
  type ErrorBody,
  httpStatusByCode,
  LimitExceededError,
  type Locale,
  ValidationError,
} from '@hub/contracts'
import { currentRequestId, type Logger } from '@hub/kernel'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import { errorMessage } from './error-message.ts'
import { localeOf } from './locale.ts'

/** Body of an error answer, in the reader's language; an unknown error tells nothing of itself. */
export function errorBody(error: AppError, locale: Locale): ErrorBody {
  return {
    error: {
      code: error.code,
      message: errorMessage(error, locale),
      ...(error.reason ? { reason: error.reason } : {}),
      ...(error.fields ? { fields: error.fields } : {}),
      requestId: currentRequestId() ?? randomUUID(),
    },
  }
}

/** Errors of the body parser and of Express itself, as ours. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const { type, status } = (typeof error === 'object' && error ? error : {}) as {
    type?: string
    status?: number
  }
  if (type === 'entity.too.large')
    return new ValidationError('The body is too large', {
      reason: 'body.too_large',
      fields: [{ path: 'body', message: 'is too large' }],
    })
  if (type === 'entity.parse.failed')
    return new ValidationError('The body is not valid JSON', { reason: 'body.json' })
  if (status === 429) return new LimitExceededError('Too many requests', { reason: 'limit.requests' })
  if (status !== undefined && status >= 400 && status < 500)
    return new ValidationError('The request is malformed', { reason: 'request.malformed' })
  return new AppError('INTERNAL', 'Internal error', { cause: error })
}

const tooLarge = ['body.too_large', 'attachment.too_large']

export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error, req, res, next) => {
    const known = toAppError(error)
    if (known.code === 'INTERNAL') log.error({ err: known.cause ?? known, path: req.path }, 'request failed')
    else log.info({ code: known.code, reason: known.reason, path: req.path }, 'request refused')
    res.locals.refusal = known.reason
    if (res.headersSent) return next(error)
    const status = tooLarge.includes(known.reason ?? '') ? 413 : httpStatusByCode[known.code]
    if (known.retryAfterSeconds) res.set('Retry-After', String(known.retryAfterSeconds))
    if (known.code === 'UNAUTHORIZED') res.set('WWW-Authenticate', 'Bearer')
    res.status(status).json(errorBody(known, localeOf(req)))
  }
}

export const notFoundHandler: RequestHandler = (_req, _res, next) => {
  next(new AppError('NOT_FOUND', 'There is nothing here', { reason: 'route.not_found' }))
}
