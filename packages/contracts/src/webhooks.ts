import { z } from 'zod'

/**
 * Answer to a notification of the monitoring, once it is durable: the words are those that all transports of Observium
 * take for success.
 */
export const AlertAccepted = z
  .object({
    status: z.literal('successful'),
    message: z.literal('SUCCESS'),
    alertId: z.string(),
    /** It was kept before: nothing is done twice. */
    duplicate: z.boolean(),
  })
  .meta({ id: 'AlertAccepted' })
export type AlertAccepted = z.infer<typeof AlertAccepted>

/** Answer to a webhook of GLPI. */
export const TicketAccepted = z
  .object({ status: z.literal('ok'), ticketId: z.number().int(), duplicate: z.boolean() })
  .meta({ id: 'TicketAccepted' })
export type TicketAccepted = z.infer<typeof TicketAccepted>
