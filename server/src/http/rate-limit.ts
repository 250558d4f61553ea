import { LimitExceededError } from '@hub/contracts'
import type { Logger } from '@hub/kernel'
import type { Request, RequestHandler, Response } from 'express'
import { ipKeyGenerator, type Options, rateLimit } from 'express-rate-limit'
import type { Redis } from 'ioredis'
import { type RedisReply, RedisStore, type SendCommandFn } from 'rate-limit-redis'

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
export function createLimiter(log: Logger, redis?: Redis) {
  const send = redis && sendingTo(redis)
  const logger = onceAMinute(log)
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
      logger,
      passOnStoreError: !guessing.includes(limit.name),
      handler: (req, _res, next) => next(tooMany(limit, req)),
      requestPropertyName: countOf(limit),
      ...(send && { store: new RedisStore({ prefix: `hub:limit:${limit.name}:`, sendCommand: send }) }),
    })
}

/** Where a request keeps what a limiter counted: several count at once. */
const countOf = ({ name }: Limit) => `limit:${name}`

const isNoFailure = (isFailure: (res: Response) => boolean) => (_req: Request, res: Response) =>
  !isFailure(res)

/** The address a limit counts on; IPv6 by its /56 network. */
export function addressOf(req: Request): string {
  return ipKeyGenerator(req.ip ?? 'unknown')
}

function tooMany(limit: Limit, req: Request): LimitExceededError {
  const counted = (req as Request & Record<string, { resetTime?: Date } | undefined>)[countOf(limit)]
  const resetsAt = counted?.resetTime?.getTime() ?? Date.now() + minuteMs
  const seconds = Math.max(1, Math.ceil((resetsAt - Date.now()) / 1000))
  return new LimitExceededError('Too many requests', {
    reason: `limit.${limit.name}`,
    params: { seconds },
    retryAfterSeconds: seconds,
  })
}

/** Once Redis was there, a request does not wait for its return. */
function sendingTo(redis: Redis): SendCommandFn {
  let wasReady = redis.status === 'ready'
  redis.once('ready', () => {
    wasReady = true
  })
  return async (command: string, ...args: string[]) => {
    if (wasReady && redis.status !== 'ready') throw new Error('Redis is away')
    return redis.call(command, ...args) as Promise<RedisReply>
  }
}

/** A store that is away fails every count: the same failure is told once a minute. */
function onceAMinute(log: Logger): Options['logger'] {
  const toldAt = new Map<string, number>()
  const tell = (err: unknown) => {
    const problem = String(err)
    const now = performance.now()
    if (now - (toldAt.get(problem) ?? Number.NEGATIVE_INFINITY) < minuteMs) return
    toldAt.set(problem, now)
    log.warn({ err }, 'requests are not counted')
  }
  return { error: tell, warn: tell }
}
