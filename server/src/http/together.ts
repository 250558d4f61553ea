import type { RequestHandler } from 'express'

/** Handlers that wait at the same time, each for its own store: the request goes on when all let it, or with the first error. */
export function together(...handlers: RequestHandler[]): RequestHandler {
  return (req, res, next) => {
    let waiting = handlers.length
    const settle = (error?: unknown) => {
      if (waiting === 0) return
      waiting = error === undefined ? waiting - 1 : 0
      if (waiting === 0) next(error)
    }
    for (const handler of handlers) void handler(req, res, settle)
  }
}
