import { ForbiddenError } from '@hub/contracts'
import cors from 'cors'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Security headers; the policy lets the page load its own files and nothing else. */
export function securityHeaders(isHttps: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  })
}

export interface OriginRules {
  publicUrl: string
  corsOrigins: string[]
  /** A Hub that listens on this machine only may be opened by any name of the machine. */
  isLoopback: boolean
}

const loopbackName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/

/** Does a server that listens on `host` answer to this machine only? */
export function isLoopback(host: string): boolean {
  return loopbackName.test(host === '::1' ? '[::1]' : host)
}

/** Pages of other sites that may read answers, from a fixed list. */
export function corsWhitelist({ corsOrigins }: OriginRules): RequestHandler {
  return cors({ origin: corsOrigins, credentials: true, maxAge: 600 })
}

/** True when the page that sent `headers` may act with the user's cookie: other ports of this machine are other pages. */
export function isAllowedOrigin(
  rules: OriginRules,
  { origin, host }: { origin?: string | undefined; host?: string | undefined },
): boolean {
  if (!origin) return false
  if (origin === new URL(rules.publicUrl).origin || rules.corsOrigins.includes(origin)) return true
  if (!rules.isLoopback || !host || !URL.canParse(origin)) return false
  return loopbackName.test(host) && new URL(origin).host === host
}

/**
 * Refuses writes that another site's page makes. Requests without an Origin come from programs:
 * they must bring their own token, not a cookie.
 */
export function originCheck(rules: OriginRules): RequestHandler {
  return (req, _res, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(req.method)) return next()
    const { origin, cookie } = req.headers
    const isProgram = origin === undefined && cookie === undefined
    if (isProgram || isAllowedOrigin(rules, req.headers)) return next()
    next(new ForbiddenError('The request comes from another page', { reason: 'auth.origin' }))
  }
}

/** A page whose name was pointed at this machine (DNS rebinding) gets nothing. */
export function hostCheck(rules: OriginRules): RequestHandler {
  return (req, _res, next) => {
    const host = req.get('host') ?? ''
    if (!rules.isLoopback || loopbackName.test(host) || host === new URL(rules.publicUrl).host) return next()
    next(new ForbiddenError('Unknown host name', { reason: 'auth.origin' }))
  }
}
