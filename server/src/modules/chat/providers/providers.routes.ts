import { NotFoundError, type ProviderTest, TestProvider } from '@hub/contracts'
import type { ProviderId, ProviderTrial } from '@hub/llm'
import { type Request, Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../../context.ts'
import { validate } from '../../../http/validate.ts'
import { requireUser, signedIn } from '../../auth/index.ts'
import { problemText, readProviders } from './read-providers.ts'

const testsPerMinute = 6
/** A model may have to be loaded first. */
const testLimitMs = 60_000
const ProviderKey = z.object({ id: z.string().max(40) })

/** Which engine answers, how well, and a trial of each; for supervisors. */
export function providerRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.use(requireUser(ctx, 'N3'))
  const perUser = ctx.limiter({
    name: 'provider_test',
    perMinute: testsPerMinute,
    key: (req) => `user:${signedIn(req).user.id}`,
  })
  router.get('/', (_req, res) => {
    res.json(readProviders(ctx))
  })
  router.post('/:id/test', perUser, async (req, res) => {
    res.json(await testProvider(ctx, req))
  })
  return router
}

async function testProvider(ctx: ServerContext, req: Request): Promise<ProviderTest> {
  const { id } = validate(ProviderKey, req.params)
  const { mode } = validate(TestProvider, req.body)
  const trial = ctx.engine.chain.tryOut(id, { model: mode, signal: AbortSignal.timeout(testLimitMs) })
  if (!trial) throw new NotFoundError('There is no such engine', { reason: 'chat.provider' })
  return present(id as ProviderId, await trial)
}

function present(id: ProviderId, trial: ProviderTrial): ProviderTest {
  const { error, ...figures } = trial
  return {
    ...figures,
    ok: error === null,
    error: error && { kind: error.kind, message: problemText(id, error) },
  }
}
