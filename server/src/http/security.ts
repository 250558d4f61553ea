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
  /** In embedded mode the page may be opened by any name of this machine. */
  isLoopback: boolean
}

const loopbackName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** Pages of other sites that may read answers, from a fixed list. */
export function corsWhitelist({ corsOrigins }: OriginRules): RequestHandler {
  return cors({ origin: corsOrigins, credentials: true, maxAge: 600 })
}

/** True when a page of `origin` may act with the user's cookie. */
export function isAllowedOrigin(rules: OriginRules, origin: string | undefined): boolean {
  if (!origin) return false
  if (origin === new URL(rules.publicUrl).origin || rules.corsOrigins.includes(origin)) return true
  return rules.isLoopback && URL.canParse(origin) && loopbackName.test(new URL(origin).host)
}

/**
 * Refuses writes that another site's page makes. Requests without an Origin come from programs:
 * they must bring their own token, not a cookie.
 */
export function originCheck(rules: OriginRules): RequestHandler {
  return (req, _res, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(req.method)) return next()
    const origin = req.get('origin')
    const isProgram = origin === undefined && req.get('cookie') === undefined
    if (isProgram || isAllowedOrigin(rules, origin)) return next()
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
