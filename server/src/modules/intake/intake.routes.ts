import { type AlertAccepted, type TicketAccepted, ValidationError } from '@hub/contracts'
import express, { Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { createAlertBatcher } from './alert-batcher.ts'
import { keepAlerts } from './alerts.store.ts'
import { hintOf } from './hint-of.ts'
import { type AlertSource, incomingAlert } from './incoming-alert.ts'
import { readBody } from './read-body.ts'
import { requireSecret } from './require-secret.ts'
import { keepTicketHint } from './ticket-hint.store.ts'
import { bringsSecret, isSignedByGlpi } from './webhook-secret.ts'

/** A notification with its graphs may be this large. */
const bodyLimit = '2mb'

/** The default body of a webhook of GLPI 11: the event, and the item as its API gives it. */
const GlpiDelivery = z.looseObject({
  event: z.string(),
  item: z.looseObject({
    id: z.coerce.number().int().positive(),
    entity: z
      .looseObject({ name: z.string().nullish(), completename: z.string().nullish() })
      .nullish()
      .catch(null),
  }),
})

/** What machines tell the Hub. Each has a secret; without one its door is closed. Answers once it is kept. */
export function intakeRoutes(ctx: ServerContext): Router {
  const { env, db, clock } = ctx
  const router = Router()
  const guard = requireSecret(ctx)
  const raw = express.raw({ type: () => true, limit: bodyLimit })
  const keep = createAlertBatcher((alerts) => keepAlerts(db, alerts, clock.now()))
  const take = async (source: AlertSource, body: unknown): Promise<AlertAccepted> => {
    const kept = await keep(incomingAlert(source, readBody(body)))
    ctx.log.debug({ source, ...kept }, 'notification kept')
    return { status: 'successful', message: 'SUCCESS', ...kept }
  }

  router.post('/observium', guard(env.OBSERVIUM_WEBHOOK_SECRET, bringsSecret), raw, async (req, res) => {
    res.json(await take('observium', req.body))
  })
  router.post('/librenms', guard(env.LIBRENMS_WEBHOOK_SECRET, bringsSecret), raw, async (req, res) => {
    res.json(await take('librenms', req.body))
  })
  const isSigned: typeof bringsSecret = (req, secret) => isSignedByGlpi(req, { secret, now: clock.now() })
  router.post('/glpi', raw, guard(env.GLPI_WEBHOOK_SECRET, isSigned), async (req, res) => {
    const delivery = GlpiDelivery.safeParse(readBody(req.body))
    if (!delivery.success)
      throw new ValidationError('The body names no event and item', { reason: 'webhook.item' })
    const { event, item } = delivery.data
    const isNew = event === 'new' && (await keepTicketHint(db, hintOf(item), clock.now()))
    const answer: TicketAccepted = { status: 'ok', ticketId: item.id, duplicate: !isNew }
    res.json(answer)
  })
  return router
}
