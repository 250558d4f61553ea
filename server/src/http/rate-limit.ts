import { LimitExceededError } from '@hub/contracts'
import type { Request, RequestHandler, Response } from 'express'
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
  /** Which answers count with `onlyFailures`: refusals of any kind unless told. */
  isFailure?: (res: Response) => boolean
  /** Requests that are not counted. */
  skip?: (req: Request) => boolean
}

/** Limits on guessing stay closed while their store is away; people go on with everything else. */
const guessing = ['login', 'step_up']

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
      ...(limit.isFailure && { requestWasSuccessful: isNoFailure(limit.isFailure) }),
      ...(limit.skip && { skip: limit.skip }),
      passOnStoreError: !guessing.includes(limit.name),
      handler: (req, _res, next) => next(tooMany(limit, req)),
      ...(redis ? { store: redisStore(redis, limit.name) } : {}),
    })
}

const isNoFailure = (isFailure: (res: Response) => boolean) => (_req: Request, res: Response) =>
  !isFailure(res)

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

/** Once Redis was there, a request does not wait for its return. */
function redisStore(redis: Redis, name: string): NonNullable<Options['store']> {
  let wasReady = redis.status === 'ready'
  redis.once('ready', () => {
    wasReady = true
  })
  return new RedisStore({
    prefix: `hub:limit:${name}:`,
    async sendCommand(command: string, ...args: string[]) {
      if (wasReady && redis.status !== 'ready') throw new Error('Redis is away')
      return redis.call(command, ...args) as Promise<RedisReply>
    },
  })
}
