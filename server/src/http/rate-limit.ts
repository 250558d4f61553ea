import { LimitExceededError } from '@hub/contracts'
import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, type Options, rateLimit } from 'express-rate-limit'
import type { Redis } from 'ioredis'
import { type RedisReply, RedisStore } from 'rate-limit-redis'

export interface Limit {
  name: string
  /** Requests per minute. */
  perMinute: number
  key?: (req: Request) => string
  /** Count only what failed, so that honest users behind one address do not block each other. */
  onlyFailures?: boolean
}

const minuteMs = 60_000

/** Builds limiters that count in this process, or in Redis for all replicas. */
export function createLimiter(redis: Redis | undefined) {
  return (limit: Limit): RequestHandler =>
    rateLimit({
      windowMs: minuteMs,
      limit: limit.perMinute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      identifier: limit.name,
      keyGenerator: limit.key ?? addressOf,
      skipSuccessfulRequests: limit.onlyFailures ?? false,
      // While the store is away people go on working; only guessing passwords stays closed.
      passOnStoreError: limit.name !== 'login',
      handler: (req, _res, next) => next(tooMany(limit, req)),
      ...(redis ? { store: redisStore(redis, limit.name) } : {}),
    })
}

/** The address a limit counts on; IPv6 by its /56 network. */
export function addressOf(req: Request): string {
  return ipKeyGenerator(req.ip ?? 'unknown')
}

function tooMany(limit: Limit, req: Request): LimitExceededError {
  const resetTime = (req as Request & { rateLimit?: { resetTime?: Date } }).rateLimit?.resetTime
  const seconds = Math.max(
    1,
    Math.ceil(((resetTime?.getTime() ?? Date.now() + minuteMs) - Date.now()) / 1000),
  )
  return new LimitExceededError('Too many requests', {
    reason: `limit.${limit.name}`,
    params: { seconds },
    retryAfterSeconds: seconds,
  })
}

function redisStore(redis: Redis, name: string): NonNullable<Options['store']> {
  return new RedisStore({
    prefix: `hub:limit:${name}:`,
    sendCommand: (command: string, ...args: string[]) => redis.call(command, ...args) as Promise<RedisReply>,
  })
}
